// What a clock on the wall shows, in words.

extension LocalZone {
  /// "09:04" of a moment.
  public func clock(of time: Timestamp) -> String {
    let minutes = local(time).clock / 60_000_000
    return Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
  }

  /// "09:04:10" of a moment.
  public func clockWithSeconds(of time: Timestamp) -> String {
    clock(of: time) + ":" + Self.two(local(time).clock / 1_000_000 % 60)
  }

  /// "09:04:10" of a moment today, "2026-03-04 09:04:10" of another day.
  public func clockWithSeconds(of time: Timestamp, seenOn today: Day) -> String {
    let day = day(of: time)
    let clock = clockWithSeconds(of: time)
    return day == today ? clock : "\(day) \(clock)"
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
