import Foundation

/// A time zone: what a calendar on the wall shows at an instant, and when a clock there shows a
/// time.
///
/// A local time that summer time skips is the first instant after the gap; one that occurs twice is
/// the first of the two. So later local times never become earlier instants.
public struct LocalZone: Hashable, Sendable, CustomStringConvertible {
  /// The name of the zone in the time zone database, such as `Europe/Copenhagen`.
  public let identifier: String
  /// None for UTC, which needs no looking up.
  private let zone: TimeZone?

  static let dayLength: Int64 = 86_400_000_000
  /// Instants and local times are held two days inside the years 1 to 9999, whose calendar is known.
  private static let first = Day.earliest.adding(days: 2).startInUTC
  private static let last = Day.latest.adding(days: -2).startInUTC

  /// UTC.
  public static let utc = LocalZone("UTC")

  /// The zone of that name; an unknown one is UTC.
  public init(_ identifier: String) {
    let found = Self.isKnown(identifier) ? TimeZone(identifier: identifier) : nil
    self.identifier = found == nil ? "UTC" : identifier
    zone = identifier == "UTC" ? nil : found
  }

  /// Whether the time zone database has a zone of that name. A path would be looked up on the disk.
  public static func isKnown(_ identifier: String) -> Bool {
    guard identifier.utf8.count <= 64, !identifier.hasPrefix("/"), !identifier.contains("..") else {
      return false
    }
    return identifier == "UTC" || TimeZone(identifier: identifier) != nil
  }

  /// What has to be added to UTC at an instant, in microseconds.
  func offset(at time: Timestamp) -> Int64 {
    guard let zone else { return 0 }
    let seconds = Double(floorDivide(time.microseconds, 1_000_000))
    return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))) * 1_000_000
  }

  /// The day and the microseconds since midnight that a clock shows.
  func local(_ time: Timestamp) -> (day: Day, clock: Int64) {
    let time = min(max(time, Self.first), Self.last)
    let shown = time.microseconds + offset(at: time)
    let number = floorDivide(shown, Self.dayLength)
    return (Day(clamping: Int(number)), shown - number * Self.dayLength)
  }

  /// The day of an instant.
  public func day(of time: Timestamp) -> Day { local(time).day }

  /// The first instant of a day.
  public func start(of day: Day) -> Timestamp { time(of: day, clock: 0) }

  /// When a clock shows these microseconds since midnight; a whole day of them is the next midnight.
  func time(of day: Day, clock: Int64) -> Timestamp {
    let first = Self.first.microseconds
    let last = Self.last.microseconds
    let shown = min(max(Int64(day.number) * Self.dayLength + clock, first), last)
    guard zone != nil else { return Timestamp(microseconds: shown) }
    let before = offset(at: Timestamp(microseconds: shown - Self.dayLength))
    let early = Timestamp(microseconds: shown - before)
    if offset(at: early) == before { return early }
    let after = offset(at: Timestamp(microseconds: shown + Self.dayLength))
    let late = Timestamp(microseconds: shown - after)
    if offset(at: late) == after { return late }
    return gapEnd(from: late, to: early, after: after)
  }

  /// The instant between the two at which the offset becomes `after`: the end of a gap.
  private func gapEnd(from: Timestamp, to: Timestamp, after: Int64) -> Timestamp {
    var low = floorDivide(min(from, to).microseconds, 1_000_000)
    var high = floorDivide(max(from, to).microseconds, 1_000_000) + 1
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if offset(at: Timestamp(microseconds: middle * 1_000_000)) == after {
        high = middle
      } else {
        low = middle
      }
    }
    return Timestamp(microseconds: high * 1_000_000)
  }

  public var description: String { identifier }

  public static func == (left: LocalZone, right: LocalZone) -> Bool {
    left.identifier == right.identifier
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
