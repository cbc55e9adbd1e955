/// A length of time as people set it in a workflow: `30 minutes`, `1 hour`, `2 days`, `3 months`.
///
/// It has no fixed duration: days, weeks and months are those of a calendar.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  /// What it counts.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes, hours, days, weeks, months

    /// The word for one of them.
    public var singular: String { String(rawValue.dropLast()) }

    /// A hundred years of them.
    var greatestAmount: Int {
      switch self {
      case .minutes: 52_560_000
      case .hours: 876_000
      case .days: 36_500
      case .weeks: 5200
      case .months: 1200
      }
    }
  }

  /// How many, from 1 to a hundred years of them.
  public let amount: Int
  /// Of what.
  public let unit: Unit

  /// A length of time; an amount out of bounds becomes the nearest one.
  public init(_ amount: Int, _ unit: Unit) {
    self.amount = min(max(amount, 1), unit.greatestAmount)
    self.unit = unit
  }

  /// Reads a whole number and a unit; none when it is anything else or longer than a hundred years.
  public init?(words: String) {
    let parts = words.split(separator: " ")
    guard parts.count == 2, parts[0].utf8.count <= 9,
      parts[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let amount = Int(parts[0]),
      let unit = Unit.allCases.first(where: { $0.rawValue == parts[1] || $0.singular == parts[1] }),
      (1...unit.greatestAmount).contains(amount)
    else { return nil }
    self.amount = amount
    self.unit = unit
  }

  public var description: String { "\(amount) \(amount == 1 ? unit.singular : unit.rawValue)" }
}
