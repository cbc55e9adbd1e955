// What became of an action.

import Workflow
import WorkflowRuntime

/// The result of an action: durable when it is returned.
public struct ActionResult: Hashable, Sendable {
  public let document: DocumentID
  public let workItems: [WorkItemID]
  public let instance: InstanceID?
  /// The document's status now; what the batch job makes of it comes later.
  public let status: DocumentStatus
  /// Whether the key had been used for the same request: nothing was done again.
  public let isRepeated: Bool
  /// One sentence that says what was done.
  public let message: String

  public init(
    document: DocumentID, workItems: [WorkItemID] = [], instance: InstanceID?,
    status: DocumentStatus, isRepeated: Bool = false, message: String
  ) {
    self.document = document
    self.workItems = workItems
    self.instance = instance
    self.status = status
    self.isRepeated = isRepeated
    self.message = message
  }
}
