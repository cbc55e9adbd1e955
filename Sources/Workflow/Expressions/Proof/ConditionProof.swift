/// Proves that conditions cannot hold together, for whatever document.
///
/// It knows comparisons with fixed values, `in` of fixed lists, truth values, and parts that are
/// written alike; everything else may be anything. "Not proved" therefore does not mean "possible".
struct ConditionProof {
  /// So many ways in which conditions can hold are looked at; beyond them nothing is proved.
  static let greatestCaseCount = 128

  private var cases = [ConditionCase()]
  private var isTooLarge = false

  /// Adds that the condition holds, or that it does not hold, which it may do by being absent.
  mutating func add(_ condition: Expression, holds: Bool = true) { add(condition.root, holds) }

  /// Adds that a field is one of these texts.
  mutating func add(_ field: FieldReference, oneOf texts: [String]) {
    for index in cases.indices { cases[index].add(field, oneOf: texts) }
    cases.removeAll(where: \.isImpossible)
  }

  /// Whether what was added is proved to be impossible together.
  var isImpossible: Bool { !isTooLarge && cases.isEmpty }

  private mutating func add(_ node: ExpressionNode, _ holds: Bool) {
    guard !isTooLarge, !cases.isEmpty else { return }
    if let constant = node.constant {
      if (constant == .bool(true)) != holds { cases = [] }
      return
    }
    switch node {
    case .not(let inner, _): add(inner, !holds)
    case .both(let left, let right, _) where holds, .either(let left, let right, _) where !holds:
      add(left, holds)
      add(right, holds)
    case .both(let left, let right, _), .either(let left, let right, _):
      var other = self
      add(left, holds)
      other.add(right, holds)
      cases += other.cases
      isTooLarge = isTooLarge || other.isTooLarge || cases.count > Self.greatestCaseCount
    default:
      let part = SimplePart(node)
      for index in cases.indices { cases[index].add(part, holds: holds) }
      cases.removeAll(where: \.isImpossible)
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
