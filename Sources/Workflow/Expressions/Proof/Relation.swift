/// How two computed parts of a condition may still stand to each other.
struct Relation: OptionSet {
  let rawValue: Int

  static let less = Relation(rawValue: 1)
  static let equal = Relation(rawValue: 2)
  static let greater = Relation(rawValue: 4)
  /// Both are absent, which counts as equal.
  static let bothAbsent = Relation(rawValue: 8)
  /// One is absent, or their currencies differ: unequal, and without order.
  static let incomparable = Relation(rawValue: 16)

  static let any: Relation = [.less, .equal, .greater, .bothAbsent, .incomparable]

  /// The ways in which the comparison holds.
  init(_ comparison: Comparison) {
    self =
      switch comparison {
      case .equal: [.equal, .bothAbsent]
      case .notEqual: [.less, .greater, .incomparable]
      case .less: .less
      case .lessOrEqual: [.less, .equal]
      case .greater: .greater
      case .greaterOrEqual: [.greater, .equal]
      }
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The same with the two parts exchanged.
  var exchanged: Relation {
    var result = intersection([.equal, .bothAbsent, .incomparable])
    if contains(.less) { result.insert(.greater) }
    if contains(.greater) { result.insert(.less) }
    return result
  }
}
