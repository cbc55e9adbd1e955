// Counts durations in buckets of a fixed number, so that percentiles need no list of them.

import Workflow

/// A histogram whose buckets grow with the duration: sixteen for each doubling, at most 1,024.
/// A percentile is the middle of its bucket: within 3.2 % of the exact one.
struct DurationHistogram: Sendable {
  private var buckets: [UInt16: Int] = [:]
  private(set) var count = 0
  private(set) var longest = Duration.zero

  mutating func add(_ duration: Duration) {
    let duration = max(.zero, duration)
    buckets[Self.bucket(of: duration.wholeMicroseconds), default: 0] += 1
    count += 1
    longest = max(longest, duration)
  }

  /// The duration that this part of all do not exceed; nil without any.
  func percentile(_ part: Double) -> Duration? {
    guard count > 0 else { return nil }
    let wanted = max(1, Int((Double(count) * part).rounded(.up)))
    var seen = 0
    for (bucket, number) in buckets.sorted(by: { $0.key < $1.key }) {
      seen += number
      if seen >= wanted { return min(longest, .microseconds(Self.middle(of: bucket))) }
    }
    return longest
  }

  /// How many were below each bound and not below the one before; at the end the rest.
  func counts(below bounds: [Duration]) -> [Int] {
    let limits = bounds.map(\.wholeMicroseconds)
    var counts = [Int](repeating: 0, count: limits.count + 1)
    for (bucket, number) in buckets {
      let middle = Self.middle(of: bucket)
      counts[limits.firstIndex { middle < $0 } ?? limits.count] += number
    }
    return counts
  }

  /// Sixteen buckets for each power of two; what is below sixteen microseconds has its own.
  private static func bucket(of microseconds: Int64) -> UInt16 {
    let value = UInt64(clamping: microseconds)
    guard value >= 16 else { return UInt16(value) }
    let exponent = 63 - value.leadingZeroBitCount
    return UInt16(exponent * 16) + UInt16((value >> UInt64(exponent - 4)) & 15)
  }

  private static func middle(of bucket: UInt16) -> Int64 {
    guard bucket >= 64 else { return Int64(bucket) }
    let exponent = Int(bucket / 16)
    let width = UInt64(1) << UInt64(exponent - 4)
    let start = (UInt64(1) << UInt64(exponent)) + UInt64(bucket % 16) * width
    return Int64(clamping: start + width / 2)
  }
}
