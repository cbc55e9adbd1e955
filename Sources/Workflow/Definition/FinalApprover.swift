/// Who must approve as well when the originator was among those who approved (SPEC 6).
public struct FinalApprover: Hashable, Sendable {
  /// The person.
  public let user: PersonID
  /// The person when `user` is the originator.
  public let otherwise: PersonID?
  /// Where it stands in the file.
  public let location: SourceLocation
  let otherwiseLocation: SourceLocation

  /// A final approver.
  public init(user: PersonID, otherwise: PersonID?, location: SourceLocation = .nowhere) {
    self.init(user: user, otherwise: otherwise, location: location, otherwiseLocation: location)
  }

  init(
    user: PersonID, otherwise: PersonID?, location: SourceLocation,
    otherwiseLocation: SourceLocation
  ) {
    self.user = user
    self.otherwise = otherwise
    self.location = location
    self.otherwiseLocation = otherwiseLocation
  }
}
