// One thing that one person (or one of several) has to do.

import Workflow

/// A work item (SPEC 1). The engine owns it; what a person sees and answers.
public struct WorkItem: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable, Storable {
    case approval
    case task
    case choice
    /// The document came back to its originator: edit and resubmit.
    case `return`
    case changeRequested
  }

  public enum Status: String, Hashable, Sendable, CaseIterable, Storable {
    case open
    /// Open, and owned by the one who accepted it.
    case accepted
    case answered
    /// The step was decided without it.
    case notNeeded
    /// Its person was overdue; somebody else has it now.
    case escalated
    case delegated
    case reassigned
    case canceled
    /// Its person is disabled and nobody could be found: an administrator reassigns it.
    case orphaned

    /// Whether it is still to be answered; an orphaned one waits for an administrator.
    public var isOpen: Bool { self == .open || self == .accepted || self == .orphaned }
  }

  public let id: WorkItemID
  public let kind: Kind
  public let instance: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let element: ElementPath
  public let pass: Int
  public let step: String?
  /// Only erasing personal content changes it, as it does the instructions and the changes.
  public var subject: String
  public var instructions: String?
  /// Whose it is; nil while one of the candidates has still to accept it.
  public var assignee: PersonID?
  /// Those of whom the first to accept owns it; empty for an approval.
  public var candidates: [PersonID]
  /// For whom its person acts: the one who was asked, before delegation. Nil for themselves.
  public var onBehalfOf: PersonID?
  /// For whom candidates act who stand in for others.
  public var standIns: [PersonID: PersonID]
  /// The queue that it lies in.
  public var queue: QueueID?
  /// The outcomes that it offers by name; empty when it offers none.
  public let outcomes: [ItemOutcome]
  /// The line of the document that it is about, from 1.
  public let line: Int?
  /// What changed in the document since it was approved before, in words.
  public var changes: String?
  public var status: Status
  public let createdAt: Timestamp
  public var dueAt: Timestamp?
  public var closedAt: Timestamp?
  /// What was answered, by whom and with which words, once it is.
  public var answer: Answer?
  /// What a person may do with it, as its element allows.
  public let allowed: [AllowedAction]

  public init(
    id: WorkItemID, kind: Kind, instance: InstanceID, document: DocumentID,
    documentType: DocumentTypeID, element: ElementPath, pass: Int, step: String?,
    subject: String, instructions: String?, assignee: PersonID?, candidates: [PersonID],
    onBehalfOf: PersonID? = nil, standIns: [PersonID: PersonID] = [:], queue: QueueID? = nil,
    outcomes: [ItemOutcome] = [], line: Int? = nil, changes: String? = nil,
    status: Status = .open, createdAt: Timestamp, dueAt: Timestamp? = nil,
    closedAt: Timestamp? = nil, answer: Answer? = nil, allowed: [AllowedAction]
  ) {
    self.id = id
    self.kind = kind
    self.instance = instance
    self.document = document
    self.documentType = documentType
    self.element = element
    self.pass = pass
    self.step = step
    self.subject = subject
    self.instructions = instructions
    self.assignee = assignee
    self.candidates = candidates
    self.onBehalfOf = onBehalfOf
    self.standIns = standIns
    self.queue = queue
    self.outcomes = outcomes
    self.line = line
    self.changes = changes
    self.status = status
    self.createdAt = createdAt
    self.dueAt = dueAt
    self.closedAt = closedAt
    self.answer = answer
    self.allowed = allowed
  }

  /// Whose answer it is to be: the person acted for, before the one who acts.
  public var personActedFor: PersonID? { onBehalfOf ?? assignee }

  /// Whose answer one that this person gives counts as.
  public func personActedFor(by actor: PersonID) -> PersonID {
    if assignee == actor { return onBehalfOf ?? actor }
    return standIns[actor] ?? actor
  }

  /// In whose inboxes it lies.
  public var visibleTo: [PersonID] {
    guard status.isOpen, status != .orphaned else { return [] }
    return assignee.map { [$0] } ?? candidates
  }
}
