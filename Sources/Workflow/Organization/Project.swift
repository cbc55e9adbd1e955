/// A project with its owner.
public struct Project: Hashable, Sendable {
  /// Its title for people.
  public let title: String
  /// Who answers for it.
  public let owner: PersonID?

  /// A project.
  public init(title: String, owner: PersonID? = nil) {
    self.title = title
    self.owner = owner
  }
}
