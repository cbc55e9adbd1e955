// One word of a filter.

import Foundation
import Workflow

extension RowFilter {
  /// A plain word, or a comparison with a field; possibly turned round.
  struct Term: Hashable, Sendable {
    enum Comparison: String, Hashable, Sendable, CaseIterable {
      // The longer ones first: they are looked for in this order.
      case atMost = "<="
      case atLeast = ">="
      case notEqual = "!="
      case contains = ":"
      case equal = "="
      case less = "<"
      case greater = ">"
    }

    let isNegated: Bool
    /// Nil for a plain word.
    let field: String?
    let comparison: Comparison
    let operand: String
    /// The whole term as typed, folded: what is looked for when the row has no such field.
    private let word: String

    init?(reading text: String) {
      var rest = text[...]
      isNegated = rest.first == "!" && rest.count > 1
      if isNegated { rest.removeFirst() }
      guard !rest.isEmpty else { return nil }
      word = String(rest).foldedForFilter
      let name = rest.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
      let tail = rest.dropFirst(name.count)
      if let first = name.first, first.isLetter,
        let found = Comparison.allCases.first(where: { tail.hasPrefix($0.rawValue) })
      {
        field = Word(String(name)).hyphenated
        comparison = found
        operand = String(tail.dropFirst(found.rawValue.count)).foldedForFilter
      } else {
        field = nil
        comparison = .contains
        operand = word
      }
    }

    func matches(_ row: FilterRow, calendar: FilterCalendar) -> Bool {
      holds(for: row, calendar: calendar) != isNegated
    }

    private func holds(for row: FilterRow, calendar: FilterCalendar) -> Bool {
      guard let field, let value = row.fields[field] else {
        // While `due<` is typed, and for rows without a due time.
        if let field, Self.comparableFields.contains(field) { return comparison == .notEqual }
        return row.foldedText.contains(word)
      }
      if operand.isEmpty { return true }
      switch value {
      case .text(let text): return compare(text: text.foldedForFilter)
      case .number(let number): return compare(number, operand: Self.number(operand))
      case .money(let money):
        guard let wanted = Self.number(operand) else {
          return compare(text: money.description.foldedForFilter)
        }
        return compare(money.decimal, operand: wanted)
      case .time(let time):
        return compare(calendar.day(of: time), operand: calendar.day(reading: operand))
      case .day(let day): return compare(day, operand: calendar.day(reading: operand))
      }
    }

    /// Fields that a row may lack: comparing an absent one is false, never a search for the text.
    private static let comparableFields: Set<String> = [
      "amount", "due", "error", "element", "step", "status", "submitted", "ended",
    ]

    private func compare(text: String) -> Bool {
      switch comparison {
      case .contains: text.contains(operand)
      case .equal: text == operand
      case .notEqual: text != operand
      case .less: text < operand
      case .atMost: text <= operand
      case .greater: text > operand
      case .atLeast: text >= operand
      }
    }

    private func compare<Ordered: Comparable>(_ value: Ordered, operand: Ordered?) -> Bool {
      guard let operand else { return false }
      return switch comparison {
      case .contains, .equal: value == operand
      case .notEqual: value != operand
      case .less: value < operand
      case .atMost: value <= operand
      case .greater: value > operand
      case .atLeast: value >= operand
      }
    }

    /// `1,204.50` and `1204.50` alike.
    static func number(_ text: String) -> Decimal? {
      Decimal(exactly: text.filter { $0 != "," })
    }
  }
}
