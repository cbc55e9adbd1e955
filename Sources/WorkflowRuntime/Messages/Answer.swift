// What a person answered to a work item.

import Workflow

/// An answer: the outcome that a person gave, for whom, to which work item.
public struct Answer: Hashable, Sendable {
  /// What the answer does (SPEC 6). A resubmission answers a *return* item.
  public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable {
    case complete
    case approve
    case reject
    case requestChange
    case deny
    case resubmit
  }

  public let item: WorkItemID
  public let outcome: Outcome
  /// Who acted.
  public let actor: Actor
  /// Whose answer it counts as.
  public let onBehalfOf: PersonID
  public let comment: String?
  /// Whom a change is requested of; nil for the originator.
  public let addressee: PersonID?
  /// When it was given: it counts from here, however late its message is handled.
  public let givenAt: Timestamp
  /// The document as the person saw it.
  public let revision: Int
  /// Until when it can be taken back, where there is an undo window.
  public let takesEffectAt: Timestamp?

  public init(
    item: WorkItemID, outcome: Outcome, actor: Actor, onBehalfOf: PersonID, comment: String?,
    addressee: PersonID? = nil, givenAt: Timestamp, revision: Int, takesEffectAt: Timestamp? = nil
  ) {
    self.item = item
    self.outcome = outcome
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.comment = comment
    self.addressee = addressee
    self.givenAt = givenAt
    self.revision = revision
    self.takesEffectAt = takesEffectAt
  }
}

/// How an element ended (SPEC 2): carried by `elementEnded`.
public enum ElementOutcome: String, Hashable, Sendable, CaseIterable, Codable {
  case completed
  case returned
  case changeRequested
  case denied
  case canceled
}
