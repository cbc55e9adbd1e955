// An instance in a list.

import Workflow
import WorkflowRuntime

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
