// The rows of the lists that pages and commands show.

import Workflow
import WorkflowRuntime

/// A work item with what its document says in one line.
public struct InboxRow: Hashable, Sendable {
  public let item: WorkItem
  public let title: String
  public let originator: PersonID
  public let originatorName: String
  public let total: Money?
  public let documentStatus: DocumentStatus
  public let revision: Int
}

/// A document in one line.
public struct DocumentRow: Hashable, Sendable {
  public let id: DocumentID
  public let type: DocumentTypeID
  public let title: String
  public let originator: PersonID
  public let originatorName: String
  public let status: DocumentStatus
  public let waitingFor: String?
  public let total: Money?
  public let revision: Int
  public let instance: InstanceID?
  public let createdAt: Timestamp
  public let submittedAt: Timestamp?
  public let changedAt: Timestamp
}

/// An instance in one line.
public struct InstanceRow: Hashable, Sendable {
  public let id: InstanceID
  public let workflow: WorkflowID
  public let version: Int
  public let document: DocumentID
  public let title: String
  public let originator: PersonID
  public let status: InstanceStatus
  public let element: String?
  public let savedPoint: Int
  public let error: String?
  public let createdAt: Timestamp
  public let endedAt: Timestamp?
}

/// A window of a list, and where the next one begins.
public struct Window<Row: Hashable & Sendable>: Hashable, Sendable {
  public let rows: [Row]
  /// Given back as `after`, it continues here; nil at the end.
  public let next: String?

  public init(rows: [Row], next: String?) {
    self.rows = rows
    self.next = next
  }
}
