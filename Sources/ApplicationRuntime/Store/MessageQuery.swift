// The window that messages are read through.

import Workflow
import WorkflowRuntime

public struct MessageQuery: Hashable, Sendable {
  /// Which part of the queue.
  public enum Part: Hashable, Sendable {
    /// Still to be handled: in the order of (due time, sequence).
    case pending
    /// Handled or discarded: the newest first.
    case done
    /// All, in the order of their sequence.
    case all
    /// All of one instance, in the order of their sequence.
    case instance(InstanceID)
  }

  public var part: Part
  /// The last row of the window before: its due time (for pending) and sequence.
  public var after: Position?
  public var limit: Int

  public struct Position: Hashable, Sendable {
    public let dueAt: Timestamp
    public let sequence: Int64

    public init(dueAt: Timestamp, sequence: Int64) {
      self.dueAt = dueAt
      self.sequence = sequence
    }
  }

  public init(_ part: Part, after: Position? = nil, limit: Int) {
    self.part = part
    self.after = after
    self.limit = limit
  }
}
