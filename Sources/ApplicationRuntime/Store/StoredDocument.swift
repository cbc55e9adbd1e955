// A document as a store keeps it.

import Workflow
import WorkflowRuntime

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
  /// The lines that somebody has to change while the rest is locked, by their number from 1, and
  /// who that is.
  public var editableLines: [Int: PersonID]
  /// JSON of the content as it was last submitted, to say what changed since; nil when unknown.
  public var submittedContent: String?
  /// The newest instance.
  public var instance: InstanceID?
  public let createdAt: Timestamp
  public var submittedAt: Timestamp?
  public var changedAt: Timestamp

  public init(
    id: DocumentID, type: DocumentTypeID, title: String, originator: PersonID,
    status: DocumentStatus = .draft, waitingFor: String? = nil, total: Money? = nil,
    revision: Int = 1, fields: String, lines: String, editableBy: PersonID? = nil,
    editableLines: [Int: PersonID] = [:], submittedContent: String? = nil,
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
    self.editableLines = editableLines
    self.submittedContent = submittedContent
    self.instance = instance
    self.createdAt = createdAt
    self.submittedAt = submittedAt
    self.changedAt = changedAt
  }
}
