// What is left of a limit, counted as the limit counts.

/// So much time until something is due.
public struct TimeLeft: Hashable, Sendable {
  /// How much; none where it is due already.
  public let duration: Duration
  /// Whether it is counted in working time; else every hour counts.
  public let isWorkingTime: Bool

  /// So much time.
  public init(_ duration: Duration, isWorkingTime: Bool = false) {
    self.duration = duration
    self.isWorkingTime = isWorkingTime
  }
}

extension TimeLimit {
  /// The time between two instants, as this limit counts it.
  ///
  /// Hours, days and a day's form count working time where there is a calendar; minutes are real
  /// ones, and weeks and months those on the wall.
  public func left(
    from start: Timestamp, to due: Timestamp, in calendars: WorkingCalendars
  ) -> TimeLeft {
    guard due > start else { return TimeLeft(.zero, isWorkingTime: false) }
    guard countsWorkingTime, let calendar = calendars.calendar(calendar) else {
      return TimeLeft(due.duration(since: start))
    }
    return TimeLeft(calendar.workingTime(from: start, to: due), isWorkingTime: true)
  }

  /// Whether it counts working time where there is a calendar.
  var countsWorkingTime: Bool {
    switch length {
    case .span(let span): span.unit == .hours || span.unit == .days
    case .day: true
    }
  }
}
