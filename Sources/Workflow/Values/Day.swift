/// A day of the calendar without a time or a time zone, in the years 1 to 9999.
///
///     Day(iso8601: "2026-03-01")?.adding(days: 30).iso8601   // "2026-03-31"
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// 0001-01-01.
  public static let earliest = Day(clamping: -719_162)
  /// 9999-12-31.
  public static let latest = Day(clamping: 2_932_896)

  /// The day with this number, moved into the years 1 to 9999.
  public init(clamping number: Int) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// None for a date that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, of: year)
    else { return nil }
    number = CivilCalendar.dayNumber(year: year, month: month, day: day)
  }

  /// Reads `2026-03-01`; nothing else.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var result = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      result = result * 10 + Int(digit - 0x30)
    }
    return result
  }

  /// The year, 1 to 9999.
  public var year: Int { CivilCalendar.date(ofDayNumber: number).year }
  /// The month, 1 to 12.
  public var month: Int { CivilCalendar.date(ofDayNumber: number).month }
  /// The day of the month, 1 to 31.
  public var day: Int { CivilCalendar.date(ofDayNumber: number).day }

  /// The day as `2026-03-01`.
  public var iso8601: String {
    let date = CivilCalendar.date(ofDayNumber: number)
    return CivilCalendar.digits(date.year, width: 4) + "-"
      + CivilCalendar.digits(date.month, width: 2) + "-"
      + CivilCalendar.digits(date.day, width: 2)
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = ((number + 3) % 7 + 7) % 7
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The day so many days later; stays within the years 1 to 9999.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .earliest : .latest) : Day(clamping: sum)
  }

  /// How many days this day is after the other; negative when before.
  public func days(since other: Day) -> Int { number - other.number }

  /// The first instant of the day in UTC.
  public var startInUTC: Timestamp { Timestamp(microseconds: Int64(number) * 86_400_000_000) }

  public var description: String { iso8601 }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(iso8601: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "Not a day such as 2026-03-01")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}
