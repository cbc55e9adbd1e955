// Who did something: a person, or one person who acts as another.

import Workflow

/// The person who acts, and who sat at the keyboard when that was somebody else.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
  public let person: PersonID
  /// Set when `--as` was used: always recorded as "A as B".
  public let impersonatedBy: PersonID?

  public init(_ person: PersonID, impersonatedBy: PersonID? = nil) {
    self.person = person
    self.impersonatedBy = impersonatedBy == person ? nil : impersonatedBy
  }

  public var description: String {
    impersonatedBy.map { "\($0) as \(person)" } ?? "\(person)"
  }
}
