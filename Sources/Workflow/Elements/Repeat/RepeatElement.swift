/// Elements that run again while a condition holds, at most so many times.
public struct RepeatElement: ElementDefinition {
  public static let keyword = "repeat"

  /// The name of its one branch in the paths of its elements.
  public static let branchName = "again"
  /// The most rounds that a workflow may ask for.
  public static let greatestRoundCount = 1000

  /// Evaluated before every round.
  public let condition: Expression
  /// The greatest number of rounds.
  public let atMost: Int
  /// What runs in every round.
  public let elements: [Element]

  /// A repetition.
  public init(condition: Expression, atMost: Int, elements: [Element]) {
    self.condition = condition
    self.atMost = atMost
    self.elements = elements
  }

  public var branches: [ElementBranch] {
    [ElementBranch(name: Self.branchName, elements: elements)]
  }

  public static func parse(_ reader: inout ElementReader) -> RepeatElement? {
    let condition = reader.mapping.requiredExpression("while")
    _ = reader.mapping.requiredNode("at-most", example: "3")
    let atMost = reader.mapping.integer("at-most", in: 1...greatestRoundCount)
    let elements = reader.requiredElements("elements", branch: branchName)
    guard let condition else { return nil }
    // Elements can be checked whatever the number; a file with a wrong one is not used.
    return RepeatElement(condition: condition, atMost: atMost ?? 1, elements: elements)
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(condition: condition)
  }
}
