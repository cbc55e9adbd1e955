// The queue and the batch job in figures.

import Workflow
import WorkflowRuntime

/// The state of the queue, for the status line and the queue page.
public struct QueueOverview: Hashable, Sendable {
  public let counts: QueueCounts
  public let settings: BatchJobSettings
  /// Nil while no process runs it.
  public let runner: Runner?
  public let lastBatchAt: Timestamp?
  /// Of the last handled messages: how long they waited after their time.
  public let waitedMedian: Duration?
  public let waited99th: Duration?
  public let at: Timestamp
  /// Why limits and reminders are held; nil while they are not.
  public var timerHold: TimerHold? = nil
}
