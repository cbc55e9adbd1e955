/// A stretch of work within one day, such as `09:00-17:00`.
public struct WorkingHours: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight at which work begins, 0 to 1439.
  public let start: Int
  /// Minutes since midnight at which it ends, after the start and at most 1440.
  public let end: Int

  /// None when it is empty or leaves the day.
  public init?(start: Int, end: Int) {
    guard start >= 0, start < end, end <= 1440 else { return nil }
    self.start = start
    self.end = end
  }

  var startClock: Int64 { Int64(start) * 60_000_000 }
  var endClock: Int64 { Int64(end) * 60_000_000 }

  public var description: String { Self.clock(start) + "-" + Self.clock(end) }

  private static func clock(_ minutes: Int) -> String {
    CivilCalendar.digits(minutes / 60, width: 2) + ":"
      + CivilCalendar.digits(minutes % 60, width: 2)
  }

  public static func < (left: WorkingHours, right: WorkingHours) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
