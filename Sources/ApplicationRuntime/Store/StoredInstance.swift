// An instance as a store keeps it.

import Workflow
import WorkflowRuntime

/// An instance as it is saved: what is asked for in lists, and the state itself.
public struct StoredInstance: Hashable, Sendable {
  public let id: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let workflow: WorkflowID
  /// Only a migration changes it.
  public var version: Int
  public let originator: PersonID
  public var status: InstanceStatus
  /// The element that it waits in, for lists.
  public var element: String?
  public var error: String?
  /// The number of its saved points: grows by one with every message.
  public var savedPoint: Int
  /// Set by recall or cancel: nothing advances it any more.
  public var isCanceling: Bool
  /// The message that holds the others: it waits for its retry, runs outside, or is stopped.
  public var heldBy: Int64?
  /// JSON of `InstanceState`; nil before the activation was handled.
  public var state: String?
  /// The instance whose element started it; nil for one that a person submitted.
  public let parent: ParentElement?
  /// The line of the document that it is about, from 1.
  public let line: Int?
  public let createdAt: Timestamp
  public var endedAt: Timestamp?

  public init(
    id: InstanceID, document: DocumentID, documentType: DocumentTypeID, workflow: WorkflowID,
    version: Int, originator: PersonID, status: InstanceStatus = .pending, element: String? = nil,
    error: String? = nil, savedPoint: Int = 0, isCanceling: Bool = false, heldBy: Int64? = nil,
    state: String? = nil, parent: ParentElement? = nil, line: Int? = nil, createdAt: Timestamp,
    endedAt: Timestamp? = nil
  ) {
    self.id = id
    self.document = document
    self.documentType = documentType
    self.workflow = workflow
    self.version = version
    self.originator = originator
    self.status = status
    self.element = element
    self.error = error
    self.savedPoint = savedPoint
    self.isCanceling = isCanceling
    self.heldBy = heldBy
    self.state = state
    self.parent = parent
    self.line = line
    self.createdAt = createdAt
    self.endedAt = endedAt
  }
}
