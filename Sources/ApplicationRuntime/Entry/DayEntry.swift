// Reads a date as people type it: `3`, `3/3`, `mon`, `3 mar`, `-1`, `+`, `t`.

import Foundation
import Workflow

package enum DayEntry {
  private static let longest = 40

  /// The day that was meant.
  ///
  /// Where the month or the year is left out, it is the nearest such day. The day comes before
  /// the month; `+` and `-` count from `near`.
  ///
  /// - Parameters:
  ///   - near: the date of the line above, or today.
  ///   - today: what `t` means; `near` when not given.
  ///   - limit: days after it are taken only when no earlier one fits: today for an expense.
  package static func parse(
    _ text: String, near: Day, today: Day? = nil, notAfter limit: Day? = nil
  ) throws(EntryError) -> Day {
    let typed = text.trimmingCharacters(in: .whitespaces).lowercased()
    guard !typed.isEmpty, typed.unicodeScalars.count <= longest else { throw mistake(text) }
    if let day = relative(typed, near: near, today: today ?? near) { return day }
    if let day = Day(iso8601: typed) { return day }
    guard let parts = DayParts(typed) else { throw mistake(text) }
    guard let day = parts.day(near: near, notAfter: limit) else {
      throw EntryError("There is no day \(EntryError.shown(text))")
    }
    return day
  }

  private static func mistake(_ text: String) -> EntryError {
    EntryError(
      "\(EntryError.shown(text)) is not a date: type 3, 3/3, 3/3/2026, mon, -1, + or t")
  }

  private static func relative(_ typed: String, near: Day, today: Day) -> Day? {
    if "today".hasPrefix(typed), typed.count == 1 || typed.count > 2 { return today }
    if "yesterday".hasPrefix(typed) { return today.adding(days: -1) }
    if "tomorrow".hasPrefix(typed), typed.count > 2 { return today.adding(days: 1) }
    guard typed.first == "+" || typed.first == "-" else { return nil }
    let digits = typed.dropFirst()
    guard digits.count <= 4, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    let count = digits.isEmpty ? 1 : Int(digits) ?? 0
    return near.adding(days: typed.first == "-" ? -count : count)
  }
}
