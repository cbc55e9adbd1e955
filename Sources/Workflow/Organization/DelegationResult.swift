/// Who acts for a person under the standing delegations, and how that came about.
public struct DelegationResult: Hashable, Sendable {
  /// Somebody who was delegated to and is not asked.
  public struct PassedOver: Hashable, Sendable {
    /// Why not.
    public enum Reason: String, Hashable, Sendable {
      /// The caller bars this person.
      case barred
      /// The person is disabled, not there on the day, or not in the organisation.
      case notActive
    }

    /// Who is not asked.
    public let person: PersonID
    /// Why not.
    public let reason: Reason

    /// Somebody passed over.
    public init(_ person: PersonID, _ reason: Reason) {
      self.person = person
      self.reason = reason
    }
  }

  /// Who acts: the person asked for, when nothing is delegated or nobody can take it.
  public let person: PersonID
  /// The rules that led there, in their order; empty when nothing is delegated.
  public let chain: [StandingDelegation]
  /// Who was looked at and not taken, in that order.
  public let passedOver: [PassedOver]

  /// A result.
  public init(
    person: PersonID, chain: [StandingDelegation] = [], passedOver: [PassedOver] = []
  ) {
    self.person = person
    self.chain = chain
    self.passedOver = passedOver
  }
}
