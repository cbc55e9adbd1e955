// What a filter must know of the calendar to understand `due<fri`.

import Workflow

/// Today, and the day that an instant falls on where the person is.
package struct FilterCalendar: Sendable {
  package let today: Day
  private let dayOf: @Sendable (Timestamp) -> Day

  package init(today: Day, dayOf: @escaping @Sendable (Timestamp) -> Day) {
    self.today = today
    self.dayOf = dayOf
  }

  package func day(of time: Timestamp) -> Day { dayOf(time) }

  /// Reads `today`, `tomorrow`, `yesterday`, `fri` (the next one, today included), `+3`, `-1`,
  /// `3/3` (day and month of this year) and `2026-03-01`; nil for anything else.
  package func day(reading text: String) -> Day? {
    let word = text.lowercased()
    switch word {
    case "today", "t": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    if word.first == "+" || word.first == "-", let days = Int(word), abs(days) <= 3660 {
      return today.adding(days: days)
    }
    if let day = Day(iso8601: word) { return day }
    if let weekday = Self.weekday(reading: word) {
      let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
      return today.adding(days: ahead)
    }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    return Day(year: today.year, month: month, day: day)
  }

  private static func weekday(reading word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    return Weekday.allCases.first { String(describing: $0).hasPrefix(word) }
  }
}
