/// Elements that run again while a condition holds, at most so many times.
public struct RepeatElement: Sendable {
  /// The name of its one branch in the paths of its elements.
  public static let branchName = "again"

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
}
