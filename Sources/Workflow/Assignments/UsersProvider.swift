/// Several named people: `{ users: [ann, sue] }`.
public struct UsersProvider: AssignmentProvider {
  public static let keyword = "users"

  /// The people, each once, in the order of the file.
  public let users: [PersonID]
  let locations: [SourceLocation]

  /// A provider of these people.
  public init(users: [PersonID]) {
    self.init(users: users, locations: [])
  }

  private init(users: [PersonID], locations: [SourceLocation]) {
    self.users = users
    self.locations = locations
  }

  public static func parse(_ reader: inout ElementReader) -> UsersProvider? {
    let example = "[ann, sue]"
    guard let node = reader.mapping.requiredNode(keyword, example: example),
      let texts = reader.mapping.texts(keyword, example: example)
    else { return nil }
    var users: [PersonID] = []
    var locations: [SourceLocation] = []
    var seen: Set<String> = []
    for (text, location) in texts {
      if !seen.insert(text).inserted {
        reader.mapping.error(at: location, "\(quoted(text)) is there twice", "Remove it here")
      } else {
        users.append(PersonID(text))
        locations.append(location)
      }
    }
    guard !users.isEmpty else {
      if node.sequence?.isEmpty == true {
        reader.mapping.error(
          at: node.location, "`users` names nobody", "Write `users: \(example)`")
      }
      return nil
    }
    return UsersProvider(users: users, locations: locations)
  }

  public var description: String {
    "users " + users.map(\.rawValue).joined(separator: ", ")
  }

  public func check(_ checker: inout Checker) {
    for (index, user) in users.enumerated() {
      checker.check(person: user, at: index < locations.count ? locations[index] : .nowhere)
    }
  }

  public func plurality(in checker: Checker) -> String? {
    users.count > 1 ? "`users` names \(users.count) people" : nil
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people(users)
  }
}
