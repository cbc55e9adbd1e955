// Who runs the batch job.

import Workflow
import WorkflowRuntime

/// Who runs the batch job.
public struct Runner: Hashable, Sendable {
  public let process: Int32
  public let isThisProcess: Bool
}
