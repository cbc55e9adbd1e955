// An instance that the batch job can work on now.

import Workflow
import WorkflowRuntime

/// An instance with a message to run.
public struct RunnableInstance: Hashable, Sendable {
  public let instance: InstanceID
  public let runnableAt: Timestamp
  public let sequence: Int64

  public init(instance: InstanceID, runnableAt: Timestamp, sequence: Int64) {
    self.instance = instance
    self.runnableAt = runnableAt
    self.sequence = sequence
  }
}
