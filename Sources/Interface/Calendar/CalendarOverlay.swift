// A month in which a day is chosen.

import Workflow

package struct CalendarOverlay: Sendable {
  let title: String
  /// The day under the cursor.
  var day: Day
  let today: Day
  /// What is done with the day that is taken.
  let taken: @Sendable (inout InterfaceState, Day) -> [Effect]

  /// Moves the cursor; false for an action that means nothing here.
  mutating func move(_ name: ActionName) -> Bool {
    switch name {
    case .left: day = day.adding(days: -1)
    case .right: day = day.adding(days: 1)
    case .up: day = day.adding(days: -7)
    case .down: day = day.adding(days: 7)
    case .pageUp: day = Self.day(inMonthOf: day, months: -1)
    case .pageDown: day = Self.day(inMonthOf: day, months: 1)
    case .first: day = day.adding(days: 1 - day.day)
    case .last: day = Self.last(of: day)
    case .today: day = today
    default: return false
    }
    return true
  }

  /// The same day of another month; its last one where the month is shorter.
  private static func day(inMonthOf day: Day, months: Int) -> Day {
    let number = day.year * 12 + day.month - 1 + months
    guard let first = Day(year: number / 12, month: number % 12 + 1, day: 1) else { return day }
    return Day(year: first.year, month: first.month, day: day.day) ?? last(of: first)
  }

  private static func last(of day: Day) -> Day {
    let days = (28...31).compactMap { Day(year: day.year, month: day.month, day: $0) }
    return days.last ?? day
  }

  /// The days of its month in weeks that begin on Monday; nil where a day is of another month.
  var weeks: [[Day?]] {
    let first = day.adding(days: 1 - day.day)
    let before = first.weekday.rawValue - 1
    let days = (0..<Self.last(of: day).day).map { Optional(first.adding(days: $0)) }
    let cells = Array(repeating: nil, count: before) + days
    return stride(from: 0, to: cells.count, by: 7).map {
      Array(cells[$0..<min($0 + 7, cells.count)])
    }
  }
}

extension InterfaceState {
  mutating func perform(_ name: ActionName, in calendar: CalendarOverlay) -> [Effect] {
    var calendar = calendar
    if name == .open {
      overlay = nil
      return calendar.taken(&self, calendar.day)
    }
    if calendar.move(name) { overlay = .calendar(calendar) }
    return []
  }

  /// Opens the calendar on a day.
  mutating func choose(
    day: Day, title: String, taken: @escaping @Sendable (inout InterfaceState, Day) -> [Effect]
  ) {
    overlay = .calendar(
      CalendarOverlay(title: title, day: day, today: setup.clock.day(of: now), taken: taken))
  }
}
