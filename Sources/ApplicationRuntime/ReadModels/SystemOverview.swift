// The two runtimes, what stands between them, and what went along each way.

import Workflow
import WorkflowRuntime

/// The system in figures, of one consistent moment: what was posted is handled, discarded,
/// withdrawn, or in the queue.
public struct SystemOverview: Hashable, Sendable {
  public let tallies: QueueTallies
  public let counts: QueueCounts
  public let settings: BatchJobSettings
  public let instances: [InstanceStatus: Int]
  /// How many messages of each type are stopped.
  public let stopped: [MessageType: Int]
  /// The ways of the messages that were handled last, the newest first.
  public let ways: [MessageWay]
  public let at: Timestamp
}

/// What became of one message: who handled it, and what it posted.
public struct MessageWay: Hashable, Sendable {
  /// The row alone, without what it carries.
  public let message: Message
  /// What handling it posted for the same instance, in order.
  public let posts: [Post]

  public struct Post: Hashable, Sendable {
    public let sequence: Int64
    public let type: MessageType
  }
}
