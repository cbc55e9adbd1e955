// Durations in words, as people write them in expressions and files: `2 days`, `36 hours`.

extension Duration {
  /// Microseconds, cut towards zero, saturated at what fits.
  public var wholeMicroseconds: Int64 {
    let (seconds, attoseconds) = components
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return seconds < 0 ? .min : .max }
    let (sum, overflowOfSum) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000_000)
    guard !overflowOfSum else { return seconds < 0 ? .min : .max }
    return sum
  }

  static let unitsInMicroseconds: [(name: String, size: Int64)] = [
    ("week", 604_800_000_000), ("day", 86_400_000_000), ("hour", 3_600_000_000),
    ("minute", 60_000_000), ("second", 1_000_000), ("millisecond", 1000), ("microsecond", 1),
  ]

  /// The size of `day`, `days`, `hour` and so on; none for another word.
  static func microseconds(inUnit word: String) -> Int64? {
    unitsInMicroseconds.first { $0.name == word || $0.name + "s" == word }?.size
  }

  /// Reads a whole number and a unit from microseconds to weeks: `2 days`, `1 hour`.
  public init?(words: String) {
    let parts = words.split(separator: " ")
    guard parts.count == 2, let count = Int64(parts[0]),
      let size = Self.microseconds(inUnit: String(parts[1]))
    else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow else { return nil }
    self = .microseconds(product)
  }

  /// The duration in the largest unit up to days that divides it: `2 days`, `36 hours`.
  public var words: String {
    let total = wholeMicroseconds
    if total == 0 { return "0 seconds" }
    for unit in Self.unitsInMicroseconds.dropFirst() where total % unit.size == 0 {
      let count = total / unit.size
      return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
    }
    return "\(total) microseconds"
  }
}
