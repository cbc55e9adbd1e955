// The window that work items are read through.

import Workflow
import WorkflowRuntime

/// Work items, the oldest first by id.
public struct WorkItemQuery: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// Open ones that this person sees in the inbox.
    case inbox(PersonID)
    /// Open ones of everybody.
    case allOpen
    case instance(InstanceID)
    /// Open ones of one instance.
    case openOfInstance(InstanceID)
  }

  public var scope: Scope
  public var after: WorkItemID?
  public var limit: Int

  public init(_ scope: Scope, after: WorkItemID? = nil, limit: Int) {
    self.scope = scope
    self.after = after
    self.limit = limit
  }
}
