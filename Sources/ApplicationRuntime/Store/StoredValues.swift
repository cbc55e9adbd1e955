// The rows of a store, as values. A store keeps what stands here and interprets none of it.

import Workflow
import WorkflowRuntime

/// An organisation as it was loaded.
public struct StoredOrganization: Hashable, Sendable {
  public let revision: Int
  public let source: String
  public let loadedAt: Timestamp
  public let loadedBy: PersonID?

  public init(revision: Int, source: String, loadedAt: Timestamp, loadedBy: PersonID?) {
    self.revision = revision
    self.source = source
    self.loadedAt = loadedAt
    self.loadedBy = loadedBy
  }
}

/// An immutable saved state of a workflow.
public struct StoredWorkflowVersion: Hashable, Sendable {
  public let workflow: WorkflowID
  public let version: Int
  public let documentType: DocumentTypeID
  public let title: String
  public let source: String
  public let comment: String?
  public let savedAt: Timestamp
  public let savedBy: PersonID?
  public var isActive: Bool

  public init(
    workflow: WorkflowID, version: Int, documentType: DocumentTypeID, title: String,
    source: String, comment: String?, savedAt: Timestamp, savedBy: PersonID?, isActive: Bool
  ) {
    self.workflow = workflow
    self.version = version
    self.documentType = documentType
    self.title = title
    self.source = source
    self.comment = comment
    self.savedAt = savedAt
    self.savedBy = savedBy
    self.isActive = isActive
  }
}

/// An instance as it is saved: what is asked for in lists, and the state itself.
public struct StoredInstance: Hashable, Sendable {
  public let id: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let workflow: WorkflowID
  public let version: Int
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
  public let createdAt: Timestamp
  public var endedAt: Timestamp?

  public init(
    id: InstanceID, document: DocumentID, documentType: DocumentTypeID, workflow: WorkflowID,
    version: Int, originator: PersonID, status: InstanceStatus = .pending, element: String? = nil,
    error: String? = nil, savedPoint: Int = 0, isCanceling: Bool = false, heldBy: Int64? = nil,
    state: String? = nil, createdAt: Timestamp, endedAt: Timestamp? = nil
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
    self.createdAt = createdAt
    self.endedAt = endedAt
  }
}

/// A document as it is saved.
public struct StoredDocument: Hashable, Sendable {
  public let id: DocumentID
  public let type: DocumentTypeID
  public var title: String
  public let originator: PersonID
  public var status: DocumentStatus
  /// What it waits for, in words; nil when for nothing.
  public var waitingFor: String?
  public var total: Money?
  /// Grows by one with every change of its content.
  public var revision: Int
  /// JSON of the header fields and of the lines.
  public var fields: String
  public var lines: String
  /// The person who may edit it while its instance runs, and the item that asks for it.
  public var editableBy: PersonID?
  /// The newest instance.
  public var instance: InstanceID?
  public let createdAt: Timestamp
  public var submittedAt: Timestamp?
  public var changedAt: Timestamp

  public init(
    id: DocumentID, type: DocumentTypeID, title: String, originator: PersonID,
    status: DocumentStatus = .draft, waitingFor: String? = nil, total: Money? = nil,
    revision: Int = 1, fields: String, lines: String, editableBy: PersonID? = nil,
    instance: InstanceID? = nil, createdAt: Timestamp, submittedAt: Timestamp? = nil,
    changedAt: Timestamp
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.originator = originator
    self.status = status
    self.waitingFor = waitingFor
    self.total = total
    self.revision = revision
    self.fields = fields
    self.lines = lines
    self.editableBy = editableBy
    self.instance = instance
    self.createdAt = createdAt
    self.submittedAt = submittedAt
    self.changedAt = changedAt
  }
}

/// The chain that a history entry belongs to: an instance's, or a document's own.
public enum HistoryStream: Hashable, Sendable {
  case instance(InstanceID)
  case document(DocumentID)
}

/// A history entry with its place in the record and its hash.
public struct StoredHistoryEntry: Hashable, Sendable {
  public let sequence: Int64
  public let document: DocumentID
  /// Nil for what happened outside any instance.
  public let instance: InstanceID?
  public let entry: HistoryEntry
  /// SHA-256 over the hash before it in its stream, the salt and the content.
  public let salt: [UInt8]
  public let hash: [UInt8]

  public init(
    sequence: Int64, document: DocumentID, instance: InstanceID?, entry: HistoryEntry,
    salt: [UInt8], hash: [UInt8]
  ) {
    self.sequence = sequence
    self.document = document
    self.instance = instance
    self.entry = entry
    self.salt = salt
    self.hash = hash
  }

  public var stream: HistoryStream { instance.map { .instance($0) } ?? .document(document) }
}

/// A record that a type keeps: numbered without gaps within its collection.
public struct StoredRecord: Hashable, Sendable {
  public let number: Int64
  public let key: String
  public let document: DocumentID?
  public let body: String
  public let at: Timestamp

  public init(number: Int64, key: String, document: DocumentID?, body: String, at: Timestamp) {
    self.number = number
    self.key = key
    self.document = document
    self.body = body
    self.at = at
  }
}

/// The first result of a request that carried a key.
public struct StoredRequest: Hashable, Sendable {
  public let key: String
  /// A digest of what was asked: the same key with another request is a conflict.
  public let digest: String
  public let result: String
  public let at: Timestamp

  public init(key: String, digest: String, result: String, at: Timestamp) {
    self.key = key
    self.digest = digest
    self.result = result
    self.at = at
  }
}
