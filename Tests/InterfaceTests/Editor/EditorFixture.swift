// A report to fill in, a person who types, and an engine that answers at once.

import ApplicationRuntime
import Foundation
import Screen
import Testing
import Workflow

@testable import Interface

/// An editor with what surrounds it in these tests.
struct EditorFixture {
  static let schema = DocumentSchema(
    fields: [
      Field("purpose", .text, isRequired: true), Field("cost-center", .text, label: "Cost centre"),
      Field("period", .text), Field("project", .text), Field("approver", .person),
      Field("total", .money, isCalculated: true),
    ],
    lineFields: [
      Field("date", .day, isRequired: true),
      Field(
        "category", .text, isRequired: true,
        choices: ["travel", "meals", "media", "hotel", "taxi", "other"]),
      Field("merchant", .text), Field("amount", .money, isRequired: true),
      Field("in-reporting-currency", .money, isCalculated: true),
      Field("receipts", .list(of: .text)), Field("comment", .text),
      Field("billable", .bool), Field("distance", .number),
    ])

  static func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

  static func context() throws -> EditorContext {
    EditorContext(
      today: try day("2026-03-05"), currency: .euro,
      suggestions: [
        "merchant": [Suggestion("DSB"), Suggestion("Scandic"), Suggestion("Scanlines")],
        "cost-center": [
          Suggestion("4100", label: "Sales"), Suggestion("4200", label: "Research"),
        ],
      ],
      people: [
        Suggestion("frank", label: "Frank Berg"), Suggestion("sue", label: "Sue Lind"),
      ],
      habits: [Habit(field: "merchant", value: "DSB", usual: ["category": "travel"])],
      previous: ["cost-center": "4100", "period": "March"],
      actions: [
        EditorAction(.submit, label: "Submit", reason: nil),
        EditorAction(.recall, label: "Recall", reason: "not submitted"),
        EditorAction(.delete, label: "Delete", reason: nil),
      ])
  }

  var editor: DocumentEditor
  var effects: [EditorEffect] = []

  /// A new report, as `n` opens it.
  init() throws {
    editor = DocumentEditor(
      schema: Self.schema, content: DocumentContent(), context: try Self.context(), isNew: true)
  }

  /// A report that has been worked on.
  init(_ content: DocumentContent) throws {
    editor = DocumentEditor(schema: Self.schema, content: content, context: try Self.context())
  }

  /// The report of SCREENS.md, with its five lines.
  static func visit() throws -> DocumentContent {
    func line(
      _ day: String, _ category: Value, _ merchant: Value, _ amount: Value, receipts: Value = .none
    ) throws -> Record {
      [
        "date": .day(try self.day(day)), "category": category, "merchant": merchant,
        "amount": amount, "receipts": receipts,
      ]
    }
    return DocumentContent(
      fields: ["purpose": "Visit Aarhus", "cost-center": "4100", "period": "March"],
      lines: [
        try line("2026-03-03", "travel", "DSB", euro(34000), receipts: ["a.pdf"]),
        try line("2026-03-03", "meals", "Cafe", euro(1250)),
        try line("2026-03-04", "hotel", "Scandic", euro(29700), receipts: ["b.pdf"]),
        try line("2026-03-04", "meals", "Cafe", euro(1400)),
        try line("2026-03-04", "taxi", "4x35", kroner(18000)),
      ])
  }

  static func euro(_ cents: Int64) -> Value { .money(Money(minorUnits: cents, currency: .euro)) }

  static func kroner(_ minorUnits: Int64) throws -> Value {
    .money(Money(minorUnits: minorUnits, currency: try #require(Currency(code: "DKK"))))
  }

  /// Types: ⏎ ⇥ ⇤ ⎋ ↑ ↓ ← → ⌫ and `^x` are keys, all else is text.
  @discardableResult
  mutating func type(_ text: String) -> [EditorEffect] {
    var result: [EditorEffect] = []
    var isControl = false
    for character in text {
      if character == "^", !isControl {
        isControl = true
        continue
      }
      let key: Key =
        if isControl { .control(character) } else { Self.key(character) }
      isControl = false
      result += press(key)
    }
    return result
  }

  private static func key(_ character: Character) -> Key {
    switch character {
    case "⏎": .enter
    case "⇥": .tab
    case "⇤": .backtab
    case "⎋": .escape
    case "↑": .up
    case "↓": .down
    case "←": .left
    case "→": .right
    case "⌫": .backspace
    default: .character(character)
    }
  }

  @discardableResult
  mutating func press(_ key: Key) -> [EditorEffect] { carryOut(editor.handle(.key(key))) }

  @discardableResult
  mutating func paste(_ text: String) -> [EditorEffect] { carryOut(editor.handle(.paste(text))) }

  /// Does what the page does: what is to be saved is saved at once, completed and checked.
  private mutating func carryOut(_ effects: [EditorEffect]) -> [EditorEffect] {
    self.effects += effects
    for effect in effects {
      guard case .save(let content) = effect else { continue }
      let stored = Self.completed(content)
      editor.saved(stored, at: Timestamp(microseconds: 1_000_000))
      editor.received(findings: Self.findings(in: stored), calculated: Self.totals(of: stored))
    }
    return effects
  }

  static func completed(_ content: DocumentContent) -> DocumentContent {
    var result = content
    for index in result.lines.indices {
      guard let amount = result.lines[index]["amount"].money else { continue }
      let inEuro =
        amount.currency == .euro
        ? amount : try? amount.converted(to: .euro, rate: Decimal(2413) / 18000)
      result.lines[index]["in-reporting-currency"] = inEuro.map(Value.money) ?? .none
    }
    return result
  }

  static func totals(of content: DocumentContent) -> Record {
    let cents = content.lines.reduce(Int64(0)) {
      $0 + ($1["in-reporting-currency"].money?.minorUnits ?? 0)
    }
    return ["total": euro(cents)]
  }

  static func findings(in content: DocumentContent) -> [DocumentFinding] {
    content.lines.enumerated().compactMap { index, line in
      guard line["category"] == "meals", line["receipts"].isNone,
        let amount = line["amount"].money, amount.minorUnits == 1250
      else { return nil }
      return DocumentFinding(
        .warning, rule: "receipt-required", message: "a receipt is required over 10.00 EUR",
        line: index + 1, field: "receipts")
    }
  }

  func value(_ line: Int, _ field: String) -> Value {
    editor.sheet.value(at: .cell(line: line, field: field))
  }

  func value(_ field: String) -> Value { editor.sheet.value(at: .field(field)) }

  /// A line in words: `2026-03-03 travel DSB 340.00 EUR`.
  func words(_ line: Int) -> String {
    ["date", "category", "merchant", "amount"].map { value(line, $0).display }
      .joined(separator: " ")
  }

  /// The name of the field under the cursor, with its line from 1.
  var cursor: String {
    switch editor.focus {
    case .action(let index): "[" + editor.context.actions[index].label + "]"
    default: (editor.place?.line.map { "\($0 + 1) " } ?? "") + (editor.place?.name ?? "")
    }
  }

  func frame(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows), glyphs: glyphs)
    frame.draw { editor.render(into: &$0) }
    return frame
  }
}
