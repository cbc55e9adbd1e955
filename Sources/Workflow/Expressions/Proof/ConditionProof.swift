/// Proves that conditions cannot hold together, for whatever document.
///
/// It knows comparisons with fixed values, `in` of fixed lists, truth values, and parts that are
/// written alike; everything else may be anything. "Not proved" therefore does not mean "possible".
struct ConditionProof {
  /// So many ways in which conditions can hold are looked at; beyond them nothing is proved.
  static let greatestCaseCount = 256

  private var cases: [ConditionCase]? = [ConditionCase()]

  /// Adds that the condition holds, or that it does not hold, which it may do by being absent.
  mutating func add(_ condition: Expression, holds: Bool = true) {
    guard let cases else { return }
    self.cases = Self.cases(cases, and: condition.root, holds)
  }

  /// Adds that a field is one of these texts.
  mutating func add(_ field: FieldReference, oneOf texts: [String]) {
    cases = cases?.map { known in
      var next = known
      next.add(field, oneOf: texts)
      return next
    }.filter { !$0.isImpossible }
  }

  /// Whether what was added is proved to be impossible together.
  var isImpossible: Bool { cases?.isEmpty ?? false }

  private static func cases(
    _ known: [ConditionCase], and node: ExpressionNode, _ holds: Bool
  ) -> [ConditionCase]? {
    if let constant = node.constant {
      return (constant == .bool(true)) == holds ? known : []
    }
    switch node {
    case .not(let inner, _): return cases(known, and: inner, !holds)
    case .both(let left, let right, _) where holds, .either(let left, let right, _) where !holds:
      return cases(known, and: left, holds).flatMap { cases($0, and: right, holds) }
    case .both(let left, let right, _), .either(let left, let right, _):
      guard let first = cases(known, and: left, holds),
        let second = cases(known, and: right, holds),
        first.count + second.count <= greatestCaseCount
      else { return nil }
      return first + second
    default:
      return known.map { known in
        var next = known
        next.add(node, holds: holds)
        return next
      }.filter { !$0.isImpossible }
    }
  }
}

extension Expression {
  /// Whether the condition is proved to hold for no document.
  var neverHolds: Bool {
    var proof = ConditionProof()
    proof.add(self)
    return proof.isImpossible
  }

  /// Whether the condition is proved to hold for every document.
  var alwaysHolds: Bool {
    var proof = ConditionProof()
    proof.add(self, holds: false)
    return proof.isImpossible
  }
}
