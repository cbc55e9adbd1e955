/// The superiors of a person: walks up from the start person's superior, collecting people until a
/// condition holds.
///
/// `{ hierarchy: manager, from: originator, until: signing_limit >= total, take: last }`
public struct HierarchyProvider: AssignmentProvider {
  public static let keyword = "hierarchy"

  /// Whose superiors are asked.
  public enum Start: Hashable, Sendable {
    case originator
    case owner
    case user(PersonID)
  }

  /// Which of the collected people are asked.
  public enum Take: Hashable, Sendable {
    case all
    /// Only the last one: the one for whom the condition held.
    case last
    /// All but those for whom this condition holds.
    case except(Expression)
  }

  /// What happens when the walk ends and the condition never held.
  public enum AtTop: String, Hashable, Sendable, CaseIterable {
    /// Nobody is asked.
    case nobody
    /// The last one is asked.
    case take
  }

  /// The hierarchy's name; `manager` is the one that there is.
  public let name: String
  /// Whose superiors are asked.
  public let from: Start
  /// Where the walk stops; when there is none, at the first superior.
  public let until: Expression?
  /// Which of the collected people are asked.
  public let take: Take
  /// What happens at the top.
  public let atTop: AtTop
  /// Where the hierarchy is named.
  public let location: SourceLocation
  let startLocation: SourceLocation

  /// A provider of superiors.
  public init(
    name: String = "manager", from: Start = .originator, until: Expression? = nil,
    take: Take = .all, atTop: AtTop = .nobody
  ) {
    self.init(
      name: name, from: from, until: until, take: take, atTop: atTop, location: .nowhere,
      startLocation: .nowhere)
  }

  init(
    name: String, from: Start, until: Expression?, take: Take, atTop: AtTop,
    location: SourceLocation, startLocation: SourceLocation
  ) {
    self.name = name
    self.from = from
    self.until = until
    self.take = take
    self.atTop = atTop
    self.location = location
    self.startLocation = startLocation
  }

  public var description: String {
    let start =
      switch from {
      case .originator: "originator"
      case .owner: "owner"
      case .user(let user): "user \(user)"
      }
    return "hierarchy \(name) from \(start)" + (until.map { " until \($0)" } ?? "")
  }
}
