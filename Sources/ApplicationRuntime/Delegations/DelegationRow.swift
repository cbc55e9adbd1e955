// A standing delegation in a list.

import Workflow
import WorkflowRuntime

/// A rule by which somebody acts for a person, and where it comes from.
public struct DelegationRow: Hashable, Sendable {
  /// The number by which it is removed; nil for one of the organisation's file.
  public let number: Int64?
  public let rule: StandingDelegation
  public let fromName: String
  public let toName: String
  public let addedBy: PersonID?
  public let addedAt: Timestamp?
  /// Whether it holds today.
  public let isInForce: Bool

  init(
    _ rule: StandingDelegation, stored: StoredDelegation?, _ organization: Organization,
    today: Day
  ) {
    number = stored?.number
    self.rule = rule
    fromName = organization.name(of: rule.from)
    toName = organization.name(of: rule.to)
    addedBy = stored?.addedBy
    addedAt = stored?.addedAt
    isInForce = rule.start.map { $0 <= today } ?? true && rule.end.map { today <= $0 } ?? true
  }
}
