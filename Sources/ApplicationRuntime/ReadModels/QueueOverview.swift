// The queue and the batch job in figures.

import Workflow
import WorkflowRuntime

/// The settings of the batch job. They belong to the store and hold for every process.
public struct BatchJobSettings: Hashable, Sendable {
  public var isPaused: Bool
  public var pausedBy: PersonID?
  /// How often it looks without being woken.
  public var interval: Duration
  public var batchSize: Int
  /// Whether a post wakes it at once.
  public var wakes: Bool

  public init(
    isPaused: Bool = false, pausedBy: PersonID? = nil, interval: Duration = .seconds(60),
    batchSize: Int = 256, wakes: Bool = true
  ) {
    self.isPaused = isPaused
    self.pausedBy = pausedBy
    self.interval = interval
    self.batchSize = batchSize
    self.wakes = wakes
  }
}

/// Who runs the batch job.
public struct Runner: Hashable, Sendable {
  public let process: Int32
  public let isThisProcess: Bool
}

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
}
