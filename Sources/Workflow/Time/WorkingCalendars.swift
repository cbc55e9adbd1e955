/// The working calendars of an organisation, and the zone in which time passes without one.
public struct WorkingCalendars: Hashable, Sendable {
  /// The organisation's time zone.
  public let zone: LocalZone
  /// The calendars by their names.
  public let calendars: [String: WorkingCalendar]
  /// The name of the one that counts where a workflow names none.
  public let usual: String?

  /// These calendars.
  public init(zone: LocalZone, calendars: [WorkingCalendar] = [], usual: String? = nil) {
    self.zone = zone
    self.calendars = Dictionary(
      calendars.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.usual = usual
  }

  /// No calendar: every hour and every day counts.
  public static func wall(zone: String) -> WorkingCalendars {
    WorkingCalendars(zone: LocalZone(zone))
  }

  /// The calendar that is meant; none where every hour and every day counts, or when the
  /// organisation has none of that name any more.
  public func calendar(_ choice: CalendarChoice) -> WorkingCalendar? {
    switch choice {
    case .usual: usual.flatMap { calendars[$0] }
    case .named(let name): calendars[name]
    case .wall: nil
    }
  }

  /// The zone of the calendar that is meant, or of the organisation.
  public func zone(of choice: CalendarChoice) -> LocalZone { calendar(choice)?.zone ?? zone }

  /// The time so much later, or earlier for a negative number of times; stays within the years 1 to
  /// 9999. See `TimeLimit.due(from:in:)` for what the units mean.
  func time(
    _ span: TimeSpan, times: Int = 1, after start: Timestamp, by choice: CalendarChoice
  ) -> Timestamp {
    let calendar = calendar(choice)
    // A hundred years of minutes, times as often, is still far within an integer.
    let amount = span.amount.multipliedReportingOverflow(by: times).partialValue
    switch span.unit {
    case .minutes: return start.advanced(by: .seconds(amount * 60))
    case .hours:
      let duration = Duration.seconds(amount * 3600)
      return calendar?.adding(workingTime: duration, to: start) ?? start.advanced(by: duration)
    case .days:
      return calendar?.adding(workingDays: amount, to: start)
        ?? zone.adding(days: amount, to: start)
    case .weeks:
      return moved(zone(of: choice).adding(days: amount * 7, to: start), into: calendar)
    case .months:
      return moved(zone(of: choice).adding(months: amount, to: start), into: calendar)
    }
  }

  private func moved(_ time: Timestamp, into calendar: WorkingCalendar?) -> Timestamp {
    calendar?.workingMoment(from: time) ?? time
  }
}

extension LocalZone {
  /// The same time of day so many days later.
  func adding(days: Int, to start: Timestamp) -> Timestamp {
    let (day, clock) = local(start)
    return time(of: day.adding(days: days), clock: clock)
  }

  /// The same time of day so many months later; a month that is too short gives its last day.
  func adding(months: Int, to start: Timestamp) -> Timestamp {
    let (day, clock) = local(start)
    let total = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    let (year, month) = (total / 12, total % 12 + 1)
    let last = CivilCalendar.days(inMonth: month, of: year)
    let number = CivilCalendar.dayNumber(year: year, month: month, day: min(day.day, last))
    return time(of: Day(clamping: number), clock: clock)
  }
}
