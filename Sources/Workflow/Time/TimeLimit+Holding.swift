// What a limit becomes when time passed that does not count (SPEC 8).

extension TimeLimit {
  /// When it is due after a time that does not count: from the end of that as much is left as was
  /// at its beginning, counted as the limit itself is.
  ///
  /// What is left of hours, of days and of a day's form is working time where there is a calendar;
  /// minutes are real ones, and weeks and months those on the wall.
  ///
  /// - Parameters:
  ///   - due: when it was due; a limit that was over before stays as it is.
  ///   - start: when time began not to count.
  ///   - end: when it counts again.
  public func due(
    _ due: Timestamp, heldFrom start: Timestamp, until end: Timestamp,
    in calendars: WorkingCalendars
  ) -> Timestamp {
    guard due > start, end > start else { return due }
    let onTheWall = end.advanced(by: due.duration(since: start))
    guard let calendar = calendars.calendar(calendar) else { return onTheWall }
    if countsWorkingTime {
      let left = calendar.workingTime(from: start, to: due)
      return calendar.adding(workingTime: left, to: end)
    }
    if case .span(let span) = length, span.unit == .minutes { return onTheWall }
    return calendar.workingMoment(from: onTheWall)
  }
}
