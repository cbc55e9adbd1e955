// The settings of the batch job.

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
    batchSize: Int = 512, wakes: Bool = true
  ) {
    self.isPaused = isPaused
    self.pausedBy = pausedBy
    self.interval = interval
    self.batchSize = batchSize
    self.wakes = wakes
  }
}
