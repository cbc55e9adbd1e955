// When a reminder comes next.

extension Reminder {
  /// The next time to remind after `after`, for a limit that began at `start` and is due at `due`;
  /// none when there is no more.
  ///
  /// A reminder before the due time comes only between the start and it; a repeated one counts back
  /// from the due time. One after it comes, when repeated, as long as somebody asks. The span is
  /// counted by the limit's calendar.
  public func next(
    after: Timestamp, start: Timestamp, due: Timestamp, calendar: CalendarChoice,
    in calendars: WorkingCalendars
  ) -> Timestamp? {
    let greatestCount = isRepeated ? span.unit.greatestAmount / span.amount : 1
    let time = { (count: Int) in
      calendars.time(span, times: isAfter ? count : -count, after: due, by: calendar)
    }
    guard isAfter else {
      // The later the more: the largest count that is still to come is the next one.
      let earliest = max(after, start)
      let count = Self.count(upTo: greatestCount) { time($0) > earliest }
      guard count > 0 else { return nil }
      let next = time(count)
      return next < due ? next : nil
    }
    let count = Self.count(upTo: greatestCount) { time($0) <= after }
    guard count < greatestCount else { return nil }
    let next = time(count + 1)
    return next > due ? next : nil
  }

  /// The largest count up to a bound for which the condition holds, which holds up to there and
  /// then no more; 0 when it never does. Looks at few counts, near ones first.
  private static func count(upTo bound: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var step = 1
    while low + step <= bound, holds(low + step) {
      low += step
      step *= 2
    }
    var high = min(low + step, bound + 1)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
