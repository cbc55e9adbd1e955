// One thing that one person (or one of several) has to do.

import Workflow

/// A work item (SPEC 1). The engine owns it; what a person sees and answers.
public struct WorkItem: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable, Storable {
    case approval
    case task
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
    case canceled

    public var isOpen: Bool { self == .open || self == .accepted }
  }

  public let id: WorkItemID
  public let kind: Kind
  public let instance: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let element: ElementPath
  public let pass: Int
  public let step: String?
  public let subject: String
  public let instructions: String?
  /// Whose it is; nil while one of the candidates has still to accept it.
  public var assignee: PersonID?
  /// Those of whom the first to accept owns it; empty for an approval.
  public let candidates: [PersonID]
  public var status: Status
  public let createdAt: Timestamp
  public let dueAt: Timestamp?
  public var closedAt: Timestamp?
  /// What was answered, by whom and with which words, once it is.
  public var answer: Answer?
  /// What a person may do with it, as its element allows.
  public let allowed: [AllowedAction]

  public init(
    id: WorkItemID, kind: Kind, instance: InstanceID, document: DocumentID,
    documentType: DocumentTypeID, element: ElementPath, pass: Int, step: String?,
    subject: String, instructions: String?, assignee: PersonID?, candidates: [PersonID],
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
    self.status = status
    self.createdAt = createdAt
    self.dueAt = dueAt
    self.closedAt = closedAt
    self.answer = answer
    self.allowed = allowed
  }

  /// In whose inboxes it lies.
  public var visibleTo: [PersonID] {
    guard status.isOpen else { return [] }
    return assignee.map { [$0] } ?? candidates
  }
}
