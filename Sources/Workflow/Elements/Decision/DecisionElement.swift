/// The system picks one of two branches by a condition.
public struct DecisionElement: ElementDefinition {
  public static let keyword = "decision"

  /// What is asked.
  public let condition: Expression
  /// What runs when it holds; may be empty.
  public let yes: [Element]
  /// What runs when it does not hold; may be empty.
  public let no: [Element]

  /// A decision.
  public init(condition: Expression, yes: [Element] = [], no: [Element] = []) {
    self.condition = condition
    self.yes = yes
    self.no = no
  }

  public var branches: [ElementBranch] {
    [ElementBranch(name: "yes", elements: yes), ElementBranch(name: "no", elements: no)]
  }

  public static func parse(_ reader: inout ElementReader) -> DecisionElement? {
    let condition = reader.mapping.requiredExpression("when")
    let yes = reader.elements("yes", branch: "yes")
    let no = reader.elements("no", branch: "no")
    if reader.mapping.node("yes") == nil, reader.mapping.node("no") == nil {
      reader.mapping.error(
        at: reader.mapping.location, "both branches of the decision are empty",
        "Add elements under `yes` or `no`")
    }
    return condition.map { DecisionElement(condition: $0, yes: yes, no: no) }
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(condition: condition)
  }
}
