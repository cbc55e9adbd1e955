// A document in a list.

import Workflow
import WorkflowRuntime

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
  /// Whether its instance is stopped by an error, or cannot be read any more.
  public internal(set) var isStopped = false
  public let createdAt: Timestamp
  public let submittedAt: Timestamp?
  public let changedAt: Timestamp
}
