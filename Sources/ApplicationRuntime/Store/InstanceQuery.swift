// The window that instances are read through.

import Workflow
import WorkflowRuntime

/// Instances, the newest first.
public struct InstanceQuery: Hashable, Sendable {
  /// Only this status, or all.
  public var status: InstanceStatus?
  public var document: DocumentID?
  public var after: InstanceID?
  public var limit: Int

  public init(
    status: InstanceStatus? = nil, document: DocumentID? = nil, after: InstanceID? = nil,
    limit: Int
  ) {
    self.status = status
    self.document = document
    self.after = after
    self.limit = limit
  }
}
