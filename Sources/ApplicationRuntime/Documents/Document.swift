// The business object that is approved.

import Workflow
import WorkflowRuntime

/// A document: its content and where it stands.
public struct Document: Hashable, Sendable {
  public let id: DocumentID
  public let type: DocumentTypeID
  public var title: String
  public let originator: PersonID
  public var status: DocumentStatus
  /// What it waits for, in words: "manager step, Tuesday 09:04"; nil when for nothing.
  public var waitingFor: String?
  public var total: Money?
  /// Grows by one with every change of the content.
  public var revision: Int
  public var content: DocumentContent
  /// Who may edit it while its instance runs: the person it was returned to.
  public var editableBy: PersonID?
  /// The lines that somebody has to change while the rest is locked, by their number from 1, and
  /// who that is.
  public var editableLines: [Int: PersonID]
  /// The newest instance.
  public var instance: InstanceID?
  public let createdAt: Timestamp
  public var submittedAt: Timestamp?
  public var changedAt: Timestamp

  public init(
    id: DocumentID, type: DocumentTypeID, title: String, originator: PersonID,
    status: DocumentStatus, waitingFor: String?, total: Money?, revision: Int,
    content: DocumentContent, editableBy: PersonID?, editableLines: [Int: PersonID] = [:],
    instance: InstanceID?, createdAt: Timestamp, submittedAt: Timestamp?, changedAt: Timestamp
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.originator = originator
    self.status = status
    self.waitingFor = waitingFor
    self.total = total
    self.revision = revision
    self.content = content
    self.editableBy = editableBy
    self.editableLines = editableLines
    self.instance = instance
    self.createdAt = createdAt
    self.submittedAt = submittedAt
    self.changedAt = changedAt
  }
}
