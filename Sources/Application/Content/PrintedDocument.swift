// A document as it is printed: what was spent, who said what, and a place to sign.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct PrintedDocument {
  /// So much of the history is looked at for the answers.
  static let mostEntries = 1_000
  private static let answers: Set<HistoryEvent> = [
    .submitted, .resubmitted, .approved, .rejected, .changeRequested, .denied, .completed,
    .recalled,
  ]

  private let detail: DocumentDetail
  private let schema: DocumentSchema
  private let title: String
  private let history: [HistoryRow]

  init(
    _ detail: DocumentDetail, schema: DocumentSchema, title: String, history: [HistoryRow]
  ) {
    self.detail = detail
    self.schema = schema
    self.title = title
    self.history = history
  }

  var text: String {
    let document = detail.document
    var lines = ["\(title) \(document.id)", document.title, ""]
    lines += Self.pairs(
      [
        ("From", "\(detail.originatorName) (\(document.originator))"),
        ("Status", Words.status(document.status.rawValue)),
        ("Submitted", Words.time(document.submittedAt)),
      ]
        + schema.fields.filter { !$0.isCalculated }
        .map { ($0.label, document.content.fields[$0.name].display) })
    lines.append("")
    lines += table(of: document.content.lines)
    if let total = document.total { lines += ["", "Total  \(total)"] }
    let findings = detail.findings.map(\.sentence)
    if !findings.isEmpty { lines += ["", "Remarks"] + findings.map { "  " + $0 } }
    let said = history.filter { Self.answers.contains($0.entry.event) }.map(Self.words)
    if !said.isEmpty { lines += ["", "History"] + said.map { "  " + $0 } }
    lines += ["", "", "Date, signature  ______________________________"]
    return lines.map { $0.displaySafe + "\n" }.joined()
  }

  private func table(of lines: [Record]) -> [String] {
    let fields = schema.lineFields.filter { field in
      lines.contains { !$0[field.name].display.isEmpty }
    }
    guard !fields.isEmpty else { return ["No lines."] }
    return TextTable(
      columns: [TextColumn("#", isRight: true)]
        + fields.map { TextColumn($0.label, isRight: $0.type == .money) },
      rows: lines.enumerated().map { index, line in
        ["\(index + 1)"] + fields.map { ShownFiles.display(line[$0.name]) }
      }
    ).lines(width: nil)
  }

  private static func pairs(_ pairs: [(String, String)]) -> [String] {
    let shown = pairs.filter { !$0.1.isEmpty }
    return TextTable(
      columns: [TextColumn(""), TextColumn("")], rows: shown.map { [$0.0, $0.1] }
    ).lines(width: nil).dropFirst().map { $0 }
  }

  private static func words(_ row: HistoryRow) -> String {
    let who = row.actorName ?? row.entry.actor?.person.rawValue ?? "system"
    return "\(Words.time(row.entry.at))  \(Words.status(row.entry.event.rawValue)), \(who)"
      + (row.entry.step.map { ", \($0)" } ?? "") + (row.entry.comment.map { ": “\($0)”" } ?? "")
  }
}

/// Lists of files as people read them: the names, without the hashes.
enum ShownFiles {
  static func display(_ value: Value) -> String {
    guard let list = value.list else { return value.display }
    return list.map { item in
      item.text.flatMap { KeptFile($0)?.name } ?? item.display
    }.joined(separator: ", ")
  }
}
