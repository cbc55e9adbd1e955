/// When work is done: the hours of each day of the week, in a time zone, and the days without work.
///
/// Hours are real hours and a day is a local day: 09:00 stays 09:00 when the clocks change. A search
/// for working time ends after 30 years; a calendar that has none by then gives the moment at which
/// the search ended.
public struct WorkingCalendar: Hashable, Sendable {
  /// Its name in the organisation.
  public let name: String
  /// The hours of each day of the week in their order; a day without any is missing.
  public let week: [Weekday: [WorkingHours]]
  /// The days without work, whatever the day of the week, with what they are called.
  public let holidays: [Day: String]
  /// The zone whose clock shows the hours.
  public let zone: LocalZone

  /// How many days a search looks at.
  static let greatestSearch = 30 * 366

  /// A calendar; hours that touch or overlap become one stretch.
  public init(
    name: String, week: [Weekday: [WorkingHours]], holidays: [Day: String] = [:],
    zone: LocalZone = .utc
  ) {
    self.name = name
    self.week = week.mapValues(Self.joined).filter { !$0.value.isEmpty }
    self.holidays = holidays
    self.zone = zone
  }

  private static func joined(_ hours: [WorkingHours]) -> [WorkingHours] {
    var result: [WorkingHours] = []
    for next in hours.sorted() {
      if let last = result.last, next.start <= last.end,
        let both = WorkingHours(start: last.start, end: max(last.end, next.end))
      {
        result[result.count - 1] = both
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// The hours of a day; none on a holiday.
  public func hours(on day: Day) -> [WorkingHours] {
    guard let hours = week[day.weekday], holidays[day] == nil else { return [] }
    return hours
  }

  /// Whether there is work on a day.
  public func isWorkingDay(_ day: Day) -> Bool { !hours(on: day).isEmpty }

  /// Whether work is done at an instant; no longer at the one at which it ends.
  public func isWorking(at time: Timestamp) -> Bool {
    // Where the clock is put back over midnight, an instant can belong to hours of the next day.
    let day = zone.day(of: time)
    return [day, day.adding(days: 1)].contains { day in
      stretches(on: day).contains { $0.from <= time && time < $0.to }
    }
  }

  /// The hours of a day as instants; those that a change of the clock skips are not there.
  func stretches(on day: Day) -> [(from: Timestamp, to: Timestamp)] {
    hours(on: day).compactMap { hours in
      let from = zone.time(of: day, clock: hours.startClock)
      let to = zone.time(of: day, clock: hours.endClock)
      return from < to ? (from, to) : nil
    }
  }
}
