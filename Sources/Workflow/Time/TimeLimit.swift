/// When something must be done, as a workflow's file says under `limit:` or `due:`.
///
///     limit: 2 days
///     due: friday of week 3
///     calendar: office
public struct TimeLimit: Sendable, CustomStringConvertible {
  /// How the time is counted.
  public enum Length: Hashable, Sendable {
    /// So long after the start: `2 days`.
    case span(TimeSpan)
    /// The next such day: `friday`, `friday of week 3` of every month, `friday of week 3 of
    /// december` of every year. Week 3 is that of the third such day of the month; week 5 is that of
    /// the last.
    case day(Weekday, week: Int?, month: Int?)
  }

  /// How the time is counted.
  public let length: Length
  /// By which calendar.
  public let calendar: CalendarChoice
  /// Where the calendar is named in the file; equality does not look at it.
  let calendarLocation: SourceLocation?

  /// A limit.
  public init(_ length: Length, calendar: CalendarChoice = .usual) {
    self.init(length, calendar: calendar, calendarLocation: nil)
  }

  init(_ length: Length, calendar: CalendarChoice, calendarLocation: SourceLocation?) {
    self.length = length
    self.calendar = calendar
    self.calendarLocation = calendarLocation
  }

  /// The time by which it is due, counted from `start`; never before `start`.
  ///
  /// Minutes are real minutes, whatever the calendar. Hours count working time and days working
  /// days; weeks and months are those of the calendar on the wall and end at the next working
  /// moment. A day form ends when work ends on that day, or on the next working day if there is no
  /// work on it; without a calendar one second before midnight.
  public func due(from start: Timestamp, in calendars: WorkingCalendars) -> Timestamp {
    let due =
      switch length {
      case .span(let span): calendars.time(span, after: start, by: calendar)
      case .day(let weekday, let week, let month):
        DayForm(weekday: weekday, week: week, month: month)
          .due(from: start, zone: calendars.zone(of: calendar), calendars.calendar(calendar))
      }
    return max(due, start)
  }

  public var description: String {
    let length =
      switch length {
      case .span(let span): span.description
      case .day(let weekday, let week, let month):
        DayForm(weekday: weekday, week: week, month: month).description
      }
    switch calendar {
    case .usual: return length
    case .named(let name): return "\(length), calendar \(name)"
    case .wall: return "\(length), no calendar"
    }
  }
}

extension TimeLimit: Hashable {
  public static func == (left: TimeLimit, right: TimeLimit) -> Bool {
    left.length == right.length && left.calendar == right.calendar
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(length)
    hasher.combine(calendar)
  }
}
