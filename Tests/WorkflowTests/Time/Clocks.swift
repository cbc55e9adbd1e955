// Times and calendars that the tests of this folder share.

import Testing

@testable import Workflow

enum Clocks {
  static let copenhagen = LocalZone("Europe/Copenhagen")

  /// A time on the wall in Copenhagen, `2026-03-29 09:00`, or an instant that ends in `Z`.
  static func time(_ text: String, in zone: LocalZone = copenhagen) throws -> Timestamp {
    if let instant = Timestamp(iso8601: text) { return instant }
    let parts = text.split(separator: " ")
    let day = try #require(Day(iso8601: String(parts[0])))
    let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
    let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)
    return zone.time(of: day, clock: seconds * 1_000_000)
  }

  /// The time on the wall, `2026-03-29 09:00`, with seconds when there are some.
  static func wall(_ time: Timestamp, in zone: LocalZone = copenhagen) -> String {
    let (day, clock) = zone.local(time)
    let seconds = Int(clock / 1_000_000)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) " + two(seconds / 3600) + ":" + two(seconds / 60 % 60)
      + (seconds % 60 == 0 ? "" : ":" + two(seconds % 60))
  }

  static func hours(_ start: Int, _ end: Int) -> [WorkingHours] {
    [WorkingHours(start: start * 60, end: end * 60)].compactMap(\.self)
  }

  /// Monday to Thursday 09:00-17:00, Friday 09:00-15:00; Christmas is free.
  static let office = WorkingCalendar(
    name: "office",
    week: [
      .monday: hours(9, 17), .tuesday: hours(9, 17), .wednesday: hours(9, 17),
      .thursday: hours(9, 17), .friday: hours(9, 15),
    ],
    holidays: Dictionary(
      uniqueKeysWithValues: ["2026-12-24", "2026-12-25"].compactMap { Day(iso8601: $0) }
        .map { ($0, "Christmas") }),
    zone: copenhagen)

  static let wallOnly = WorkingCalendars.wall(zone: "Europe/Copenhagen")
  static let withOffice = WorkingCalendars(zone: copenhagen, calendars: [office], usual: "office")
}
