// What is wrong with the operand of a filter's comparison, in a sentence.

import Workflow

extension RowFilter.Term {
  private static let amounts: Set<String> = ["amount"]
  private static let numbers: Set<String> = ["number", "try"]
  private static let days: Set<String> = [
    "due", "since", "created", "submitted", "changed", "ended", "posted", "handled", "at",
  ]

  /// Nil where the operand can be compared with what the field holds.
  func mistake(calendar: FilterCalendar) -> String? {
    guard let field else { return nil }
    if Self.days.contains(field) {
      return calendar.day(reading: operand) == nil
        ? "“\(operand)” is not a day to compare \(field) with, such as 2026-03-01, fri or -7." : nil
    }
    // A currency can be looked for in an amount; it cannot be more or less than one.
    let isText =
      Self.amounts.contains(field) && [.contains, .equal, .notEqual].contains(comparison)
    guard Self.numbers.contains(field) || Self.amounts.contains(field), !isText || operand.isEmpty
    else { return nil }
    return Self.number(operand) == nil
      ? "“\(operand)” is not a number to compare \(field) with, such as 500." : nil
  }
}
