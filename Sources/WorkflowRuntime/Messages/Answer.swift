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

  /// The item that was answered; nil for an answer of the system.
  public let item: WorkItemID?
  public let outcome: Outcome
  /// The named outcome of a task or a choice that was picked.
  public let choice: String?
  /// Who acted; for an answer of the system the person whose answer it stands for.
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
  /// The hash of the fields that matter, as the person saw them (SPEC 6).
  public let content: String?
  /// Whether the system gave it when a limit was over.
  public let isAutomatic: Bool
  /// Until when it can be taken back, where there is an undo window.
  public let takesEffectAt: Timestamp?

  public init(
    item: WorkItemID?, outcome: Outcome, choice: String? = nil, actor: Actor,
    onBehalfOf: PersonID, comment: String?, addressee: PersonID? = nil, givenAt: Timestamp,
    revision: Int, content: String? = nil, isAutomatic: Bool = false,
    takesEffectAt: Timestamp? = nil
  ) {
    self.item = item
    self.outcome = outcome
    self.choice = choice
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.comment = comment
    self.addressee = addressee
    self.givenAt = givenAt
    self.revision = revision
    self.content = content
    self.isAutomatic = isAutomatic
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
