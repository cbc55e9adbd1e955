// Counting working time: hours.

extension WorkingCalendar {
  /// The instant by which so much working time has passed since `start`; for a negative duration
  /// the instant from which so much passes until `start`.
  ///
  /// It ends with work, not with the next beginning of it: eight hours from 09:00 to 17:00 are over
  /// at 17:00. None at all leads to the next working moment.
  public func adding(workingTime: Duration, to start: Timestamp) -> Timestamp {
    let amount = workingTime.wholeMicroseconds
    return amount < 0 ? back(amount == .min ? .max : -amount, from: start) : on(amount, from: start)
  }

  private func on(_ amount: Int64, from start: Timestamp) -> Timestamp {
    var remaining = amount
    let first = zone.day(of: start)
    for distance in searchRange {
      for (from, to) in stretches(on: first.adding(days: distance)) where to >= start {
        let from = max(from, start)
        let length = to.microseconds - from.microseconds
        if remaining <= length { return from.advanced(by: .microseconds(remaining)) }
        remaining -= length
      }
    }
    return zone.start(of: first.adding(days: Self.greatestSearch))
  }

  private func back(_ amount: Int64, from end: Timestamp) -> Timestamp {
    var remaining = amount
    let last = zone.day(of: end).adding(days: 1)
    for distance in searchRange {
      for (from, to) in stretches(on: last.adding(days: -distance)).reversed() where from < end {
        let to = min(to, end)
        let length = to.microseconds - from.microseconds
        if remaining <= length { return to.advanced(by: .microseconds(-remaining)) }
        remaining -= length
      }
    }
    return zone.start(of: last.adding(days: -Self.greatestSearch))
  }

  /// The working time between two instants, negative when the second is earlier; of more than 30
  /// years only the first 30.
  public func workingTime(from start: Timestamp, to end: Timestamp) -> Duration {
    guard start <= end else { return .zero - workingTime(from: end, to: start) }
    var total: Int64 = 0
    var day = zone.day(of: start)
    // The day after the last one may begin before it ends, where the clock is put back at midnight.
    let last = zone.day(of: end).adding(days: 1)
    for _ in searchRange where day <= last {
      for (from, to) in stretches(on: day) {
        let length = min(to, end).microseconds - max(from, start).microseconds
        total += max(0, length)
      }
      day = day.adding(days: 1)
    }
    return .microseconds(total)
  }

  /// The instant itself when work is done then or just ended; else the next beginning of work.
  public func workingMoment(from time: Timestamp) -> Timestamp {
    adding(workingTime: .zero, to: time)
  }

  /// Nothing is looked for in a week without work.
  var searchRange: Range<Int> { week.isEmpty ? 0..<0 : 0..<Self.greatestSearch }
}
