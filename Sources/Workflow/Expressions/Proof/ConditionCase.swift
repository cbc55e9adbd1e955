/// One way in which a condition can hold: simple parts that are true or false together.
struct ConditionCase {
  private var values: [String: PossibleValues] = [:]
  private var relations: [String: Relation] = [:]
  private var signs: [String: Bool] = [:]
  /// Whether the parts contradict each other.
  private(set) var isImpossible = false

  /// Adds that a simple part is true, or that it is not.
  mutating func add(_ part: SimplePart, holds given: Bool) {
    let holds = given != part.isNegated
    switch part.kind {
    case .comparison(of: let name, let comparison, let value):
      add(name, comparison, value, holds: holds)
    case .membership(of: let name, let values):
      restrict(name) { holds ? $0.require(oneOf: values) : $0.exclude(values) }
    case .truth(of: let name):
      restrict(name) { holds ? $0.require(oneOf: [.bool(true)]) : $0.exclude([.bool(true)]) }
    case .relation(of: let name, let relation, among: let all):
      let allowed = holds ? relation : all.subtracting(relation)
      relations[name, default: .any].formIntersection(allowed)
      if relations[name]?.isEmpty == true { isImpossible = true }
    }
    if signs[part.key] == !holds { isImpossible = true }
    signs[part.key] = holds
  }

  /// Adds that a field is one of these texts.
  mutating func add(_ field: FieldReference, oneOf texts: [String]) {
    restrict(field.description) { $0.require(oneOf: texts.map { .text($0) }) }
  }

  private mutating func add(
    _ name: String, _ comparison: Comparison, _ value: Value, holds: Bool
  ) {
    switch (comparison, holds) {
    case (.equal, true): restrict(name) { $0.require(oneOf: [value]) }
    case (.equal, false): restrict(name) { $0.exclude([value]) }
    case (_, true) where value.isNone: isImpossible = true
    case (_, true): restrict(name) { $0.require(comparison, value) }
    case (_, false): restrict(name) { $0.refuse(comparison, value) }
    }
  }

  private mutating func restrict(_ name: String, _ change: (inout PossibleValues) -> Void) {
    change(&values[name, default: PossibleValues()])
    if values[name]?.isImpossible == true { isImpossible = true }
  }
}
