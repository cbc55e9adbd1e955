/// One named person: `{ user: frank }`.
public struct UserProvider: AssignmentProvider {
  public static let keyword = "user"

  /// The person.
  public let user: PersonID
  /// Where the person is named.
  public let location: SourceLocation

  /// A provider of this person.
  public init(user: PersonID, location: SourceLocation = .nowhere) {
    self.user = user
    self.location = location
  }

  public static func parse(_ reader: inout ElementReader) -> UserProvider? {
    guard let user = reader.mapping.requiredText(keyword, example: "frank") else { return nil }
    return UserProvider(
      user: PersonID(user), location: reader.mapping.location(ofValue: keyword))
  }

  public var description: String { "user \(user)" }

  public func check(_ checker: inout Checker) { checker.check(person: user, at: location) }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people([user])
  }
}
