// How many messages stand where.

import Workflow
import WorkflowRuntime

/// How many messages stand where. Pending ones are counted; handled ones are known from a
/// counter that the store keeps, so that nothing counts a table that grows.
public struct QueueCounts: Hashable, Sendable {
  public var ready: Int
  public var waiting: Int
  public var running: Int
  public var stopped: Int
  public var handled: Int
  public var discarded: Int
  /// The earliest due time of what is ready; nil when nothing is.
  public var oldestReady: Timestamp?

  public init(
    ready: Int = 0, waiting: Int = 0, running: Int = 0, stopped: Int = 0, handled: Int = 0,
    discarded: Int = 0, oldestReady: Timestamp? = nil
  ) {
    self.ready = ready
    self.waiting = waiting
    self.running = running
    self.stopped = stopped
    self.handled = handled
    self.discarded = discarded
    self.oldestReady = oldestReady
  }

  public var depth: Int { ready + waiting + running + stopped }
}
