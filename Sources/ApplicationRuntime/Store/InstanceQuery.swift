// The window that instances are read through.

import Workflow
import WorkflowRuntime

/// Instances, the newest first: of a document, or the children of an instance, or all.
public struct InstanceQuery: Hashable, Sendable {
  /// Only this status, or all.
  public var status: InstanceStatus?
  public var document: DocumentID?
  /// Only the children that the elements of this instance started.
  public var parent: InstanceID?
  public var after: InstanceID?
  public var limit: Int

  public init(
    status: InstanceStatus? = nil, document: DocumentID? = nil, parent: InstanceID? = nil,
    after: InstanceID? = nil, limit: Int
  ) {
    self.status = status
    self.document = document
    self.parent = parent
    self.after = after
    self.limit = limit
  }
}
