// The window that history is read through.

import Workflow
import WorkflowRuntime

/// History in the order of its sequence.
public struct HistoryQuery: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// A document with all its instances.
    case document(DocumentID)
    case instance(InstanceID)
    /// What happened to a document outside its instances.
    case outsideInstances(DocumentID)
    case all
  }

  public var scope: Scope
  public var after: Int64
  /// Newest first instead; `after` is then the upper end, 0 for none.
  public var isNewestFirst: Bool
  public var limit: Int

  public init(_ scope: Scope, after: Int64 = 0, isNewestFirst: Bool = false, limit: Int) {
    self.scope = scope
    self.after = after
    self.isNewestFirst = isNewestFirst
    self.limit = limit
  }
}
