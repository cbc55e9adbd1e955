// The days that `due:` names: `friday`, `friday of week 3`, `friday of week 3 of december`.

/// A day that comes again every week, every month or every year.
struct DayForm: Hashable, Sendable, CustomStringConvertible {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  let weekday: Weekday
  /// 1 to 5; 5 is the last one of the month.
  let week: Int?
  /// 1 to 12.
  let month: Int?

  /// When the next such day ends: this week's, month's or year's, or the one after when that is
  /// past.
  func due(from start: Timestamp, zone: LocalZone, _ calendar: WorkingCalendar?) -> Timestamp {
    let today = zone.day(of: start)
    // A holiday moves the end forward, so that of the period before may still be to come.
    var due = start
    for period in -1...2 {
      due = end(of: day(period, from: today), zone: zone, calendar)
      if due > start { break }
    }
    return due
  }

  private func end(of day: Day, zone: LocalZone, _ calendar: WorkingCalendar?) -> Timestamp {
    calendar?.endOfWork(on: day)
      ?? zone.start(of: day.adding(days: 1)).advanced(by: .seconds(-1))
  }

  /// The day in the period of `today`, or so many periods later.
  private func day(_ period: Int, from today: Day) -> Day {
    guard let week else {
      let monday = today.adding(days: 1 - today.weekday.rawValue)
      return monday.adding(days: weekday.rawValue - 1 + 7 * period)
    }
    guard let month else {
      let months = today.year * 12 + today.month - 1 + period
      return day(ofWeek: week, year: months / 12, month: months % 12 + 1)
    }
    return day(ofWeek: week, year: today.year + period, month: month)
  }

  private func day(ofWeek week: Int, year: Int, month: Int) -> Day {
    let year = min(max(year, 1), 9999)
    let month = min(max(month, 1), 12)
    let first = Day(clamping: CivilCalendar.dayNumber(year: year, month: month, day: 1))
    let distance = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    let count = (CivilCalendar.days(inMonth: month, of: year) - distance - 1) / 7
    return first.adding(days: distance + 7 * min(min(max(week, 1), 5) - 1, count))
  }

  /// Reads one of the three forms; none when it is anything else.
  init?(words: String) {
    let parts = words.lowercased().split(separator: " ").map(String.init)
    guard [1, 4, 6].contains(parts.count), let weekday = Weekday(name: parts[0]) else {
      return nil
    }
    self.weekday = weekday
    guard parts.count > 1 else {
      (week, month) = (nil, nil)
      return
    }
    guard parts[1] == "of", parts[2] == "week", let week = Int(parts[3]), (1...5).contains(week)
    else { return nil }
    self.week = week
    guard parts.count > 4 else {
      month = nil
      return
    }
    guard parts[4] == "of", let index = Self.months.firstIndex(of: parts[5]) else { return nil }
    month = index + 1
  }

  init(weekday: Weekday, week: Int?, month: Int?) {
    self.weekday = weekday
    self.week = week ?? (month == nil ? nil : 1)
    self.month = month
  }

  var description: String {
    var result = weekday.name
    if let week { result += " of week \(week)" }
    if let month, Self.months.indices.contains(month - 1) {
      result += " of \(Self.months[month - 1])"
    }
    return result
  }
}
