/// A rule of an iCalendar file by which something comes again every year (RFC 5545, 3.3.10).
///
/// It knows what calendars of holidays use: `INTERVAL`, `COUNT`, `UNTIL`, `BYMONTH`, `BYMONTHDAY`
/// and `BYDAY`. Any other rule is not understood, rather than read as something else.
struct YearlyRule {
  /// A day of the week, the so-manieth of the month or the year; negative from its end.
  struct WeekdayRule: Hashable {
    let weekday: Weekday
    let ordinal: Int?
  }

  private(set) var interval = 1
  private(set) var count: Int?
  private(set) var until: Day?
  private(set) var months: [Int] = []
  private(set) var monthDays: [Int] = []
  private(set) var weekdays: [WeekdayRule] = []

  private static let weekdayCodes: [String: Weekday] = [
    "MO": .monday, "TU": .tuesday, "WE": .wednesday, "TH": .thursday, "FR": .friday,
    "SA": .saturday, "SU": .sunday,
  ]

  /// None when the rule is of another kind or malformed.
  init?(_ text: String, zone: LocalZone) {
    var isYearly = false
    var names: Set<Substring> = []
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, names.insert(pair[0]).inserted else { return nil }
      let isRead: Bool
      switch pair[0] {
      case "FREQ":
        isYearly = pair[1] == "YEARLY"
        isRead = isYearly
      case "INTERVAL": isRead = Self.read(pair[1], 1...1000) { interval = $0 }
      case "COUNT": isRead = Self.read(pair[1], 1...100_000) { count = $0 }
      case "UNTIL":
        until = CalendarMoment(String(pair[1]), zone: zone)?.day
        isRead = until != nil
      case "BYMONTH": isRead = Self.readAll(pair[1], 1...12) { months.append($0) }
      case "BYMONTHDAY": isRead = Self.readAll(pair[1], -31...31) { monthDays.append($0) }
      case "BYDAY": isRead = readWeekdays(pair[1])
      // It matters only to rules that are not read here.
      case "WKST": isRead = true
      default: isRead = false
      }
      guard isRead else { return nil }
    }
    let hasBoth = !monthDays.isEmpty && weekdays.contains { $0.ordinal != nil }
    guard isYearly, !hasBoth else { return nil }
  }

  private static func read(
    _ text: Substring, _ range: ClosedRange<Int>, _ take: (Int) -> Void
  ) -> Bool {
    guard text.utf8.count <= 6, let number = Int(text), number != 0, range.contains(number) else {
      return false
    }
    take(number)
    return true
  }

  private static func readAll(
    _ text: Substring, _ range: ClosedRange<Int>, _ take: (Int) -> Void
  ) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count <= 100 && parts.allSatisfy { read($0, range, take) }
  }

  private mutating func readWeekdays(_ text: Substring) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 100 else { return false }
    for part in parts {
      guard let weekday = Self.weekdayCodes[String(part.suffix(2))] else { return false }
      var ordinal: Int?
      if part.count > 2 {
        guard Self.read(part.dropLast(2), -53...53, { ordinal = $0 }) else { return false }
      }
      weekdays.append(WeekdayRule(weekday: weekday, ordinal: ordinal))
    }
    return true
  }

  /// The days in a year, in their order, of a rule whose first day is this one.
  func days(in year: Int, from first: Day) -> [Day] {
    var days: Set<Day> = []
    if monthDays.isEmpty, weekdays.isEmpty {
      for month in months.isEmpty ? [first.month] : months {
        if let day = Day(year: year, month: month, day: first.day) { days.insert(day) }
      }
    } else if !monthDays.isEmpty {
      for month in months.isEmpty ? Array(1...12) : months {
        let length = CivilCalendar.days(inMonth: month, of: year)
        for number in monthDays {
          let number = number > 0 ? number : length + 1 + number
          if let day = Day(year: year, month: month, day: number) { days.insert(day) }
        }
      }
      if !weekdays.isEmpty {
        let allowed = Set(weekdays.map(\.weekday))
        days = days.filter { allowed.contains($0.weekday) }
      }
    } else if months.isEmpty {
      let length = CivilCalendar.isLeap(year) ? 366 : 365
      add(to: &days, from: Day(year: year, month: 1, day: 1), length: length)
    } else {
      for month in months {
        let length = CivilCalendar.days(inMonth: month, of: year)
        add(to: &days, from: Day(year: year, month: month, day: 1), length: length)
      }
    }
    return days.sorted()
  }

  /// Adds the days of the week that are meant in the stretch that begins on a day.
  private func add(to days: inout Set<Day>, from first: Day?, length: Int) {
    guard let first else { return }
    for rule in weekdays {
      let distance = (rule.weekday.rawValue - first.weekday.rawValue + 7) % 7
      let all = stride(from: distance, to: length, by: 7).map { first.adding(days: $0) }
      guard let ordinal = rule.ordinal else {
        days.formUnion(all)
        continue
      }
      let index = ordinal > 0 ? ordinal - 1 : all.count + ordinal
      if all.indices.contains(index) { days.insert(all[index]) }
    }
  }
}
