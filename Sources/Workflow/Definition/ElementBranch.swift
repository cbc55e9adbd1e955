/// A named sequence of elements inside an element, such as `yes` of a decision.
public struct ElementBranch: Sendable {
  /// The branch's name, which is part of the paths of its elements.
  public let name: String
  /// The elements in their order.
  public let elements: [Element]

  /// A branch of these elements.
  public init(name: String, elements: [Element]) {
    self.name = name
    self.elements = elements
  }
}
