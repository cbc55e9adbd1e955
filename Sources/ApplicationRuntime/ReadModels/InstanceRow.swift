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
  /// The instance whose element started it; nil for one that a person submitted.
  public internal(set) var parent: InstanceID?
  /// The line of the document that it is about, from 1.
  public internal(set) var line: Int?
}
