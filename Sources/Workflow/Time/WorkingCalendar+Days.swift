// Counting working days.

extension WorkingCalendar {
  /// The same time of day so many working days later, or earlier for a negative number, moved into
  /// the hours of that day.
  ///
  /// A time before the hours becomes their beginning, one in a break the end of the break, one
  /// after them their end. A start on a day without work counts as after the hours of the working
  /// day before it, so that one day from Saturday is Monday evening: a whole working day.
  public func adding(workingDays count: Int, to start: Timestamp) -> Timestamp {
    guard count != 0 else { return workingMoment(from: start) }
    let (day, clock) = zone.local(start)
    let isLater = count > 0
    let moved = workingDay(count, from: day)
    guard let moved else {
      let distance = isLater ? Self.greatestSearch : -Self.greatestSearch
      return zone.start(of: day.adding(days: distance))
    }
    let whole = isLater ? LocalZone.dayLength : 0
    return time(on: moved, nearest: isWorkingDay(day) ? clock : whole)
  }

  /// The working day so many after this one, or before it. No day when the search ends.
  private func workingDay(_ count: Int, from start: Day) -> Day? {
    let step = count < 0 ? -1 : 1
    var remaining = count.magnitude
    var day = start
    for _ in searchRange {
      day = day.adding(days: step)
      if isWorkingDay(day) { remaining -= 1 }
      if remaining == 0 { return day }
    }
    return nil
  }

  /// The time of a working day, moved into its hours.
  private func time(on day: Day, nearest clock: Int64) -> Timestamp {
    let hours = hours(on: day)
    for hours in hours where clock <= hours.endClock {
      return zone.time(of: day, clock: max(clock, hours.startClock))
    }
    return zone.time(of: day, clock: hours.last?.endClock ?? clock)
  }

  /// When work ends on a day, or on the next day with work.
  func endOfWork(on day: Day) -> Timestamp {
    guard let day = isWorkingDay(day) ? day : workingDay(1, from: day),
      let last = hours(on: day).last
    else { return zone.start(of: day.adding(days: Self.greatestSearch)) }
    return zone.time(of: day, clock: last.endClock)
  }
}
