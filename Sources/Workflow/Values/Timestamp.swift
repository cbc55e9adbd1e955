/// An instant, in microseconds since 1970-01-01T00:00:00Z. Its arithmetic saturates and never traps.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public let microseconds: Int64

  /// Before every other instant.
  public static let distantPast = Timestamp(microseconds: .min)
  /// After every other instant.
  public static let distantFuture = Timestamp(microseconds: .max)

  /// The instant so many microseconds after 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The instant this much later, or earlier for a negative duration.
  public func advanced(by duration: Duration) -> Timestamp {
    let (sum, overflow) = microseconds.addingReportingOverflow(duration.wholeMicroseconds)
    guard overflow else { return Timestamp(microseconds: sum) }
    return duration < .zero ? .distantPast : .distantFuture
  }

  /// How much later this instant is than the other; negative when it is earlier.
  public func duration(since other: Timestamp) -> Duration {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(other.microseconds)
    guard overflow else { return .microseconds(difference) }
    return .microseconds(microseconds < other.microseconds ? Int64.min : Int64.max)
  }

  /// The day of the instant in UTC.
  public var dayInUTC: Day { Day(clamping: Int(floorDivide(microseconds, 86_400_000_000))) }

  public var description: String { iso8601 }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Timestamp: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(microseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }
}

func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
