/// One way in which a condition can hold: simple parts that are true or false together.
struct ConditionCase {
  private var values: [String: PossibleValues] = [:]
  private var relations: [String: Relation] = [:]
  private var signs: [String: Bool] = [:]
  /// Whether the parts contradict each other.
  private(set) var isImpossible = false

  /// Adds that a simple part is true, or that it is not.
  mutating func add(_ node: ExpressionNode, holds: Bool) {
    switch node {
    case .compare(.notEqual, let left, let right, let offset):
      return add(.compare(.equal, left, right, offset: offset), holds: !holds)
    case .compare(let comparison, let left, let right, _):
      if let value = right.constant {
        add(left, comparison, value, holds: holds)
      } else if let value = left.constant {
        add(right, comparison.exchanged, value, holds: holds)
      } else {
        relate(left, comparison, right, holds: holds)
      }
    case .contains(let part, in: let list, _):
      if let values = list.constant?.list {
        restrict(part.canonical) { holds ? $0.require(oneOf: values) : $0.exclude(values) }
      }
    default:
      restrict(node.canonical) {
        holds ? $0.require(oneOf: [.bool(true)]) : $0.exclude([.bool(true)])
      }
    }
    let key = node.canonical
    if signs[key] == !holds { isImpossible = true }
    signs[key] = holds
  }

  /// Adds that a field is one of these texts.
  mutating func add(_ field: FieldReference, oneOf texts: [String]) {
    restrict(field.description) { $0.require(oneOf: texts.map { .text($0) }) }
  }

  private mutating func add(
    _ part: ExpressionNode, _ comparison: Comparison, _ value: Value, holds: Bool
  ) {
    let key = part.canonical
    switch (comparison, holds) {
    case (.equal, true): restrict(key) { $0.require(oneOf: [value]) }
    case (.equal, false): restrict(key) { $0.exclude([value]) }
    case (_, true) where value.isNone: isImpossible = true
    case (_, true): restrict(key) { $0.require(comparison, value) }
    case (_, false): restrict(key) { $0.refuse(comparison, value) }
    }
  }

  private mutating func restrict(_ key: String, _ change: (inout PossibleValues) -> Void) {
    change(&values[key, default: PossibleValues()])
    if values[key]?.isImpossible == true { isImpossible = true }
  }

  private mutating func relate(
    _ left: ExpressionNode, _ comparison: Comparison, _ right: ExpressionNode, holds: Bool
  ) {
    var relation = Relation(comparison)
    if !holds { relation = Relation.any.subtracting(relation) }
    let (first, second) = (left.canonical, right.canonical)
    let isExchanged = second < first
    let key = isExchanged ? "\(second) ? \(first)" : "\(first) ? \(second)"
    let known = relations[key, default: first == second ? [.equal, .bothAbsent] : .any]
    relations[key] = known.intersection(isExchanged ? relation.exchanged : relation)
    if relations[key]?.isEmpty == true { isImpossible = true }
  }
}

extension Comparison {
  /// The same comparison with the two sides exchanged.
  var exchanged: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// The comparison that holds of two values in order when this one does not.
  var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
