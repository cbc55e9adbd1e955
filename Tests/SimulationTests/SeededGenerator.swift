// Chance that a seed repeats.

/// SplitMix64: small, quick, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Neighbouring seeds begin far from each other.
  init(seed: UInt64) { state = Self.mix(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// One of these, the first when the list is empty of others.
  mutating func one<Element>(of first: Element, _ others: Element...) -> Element {
    ([first] + others).randomElement(using: &self) ?? first
  }
}
