// Answers that nobody brings into effect after the screens are left.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// What is said at the end: quitting leaves held answers in the queue with their times.
struct HeldAnswers {
  let engine: Engine
  let actor: Actor

  /// How much of the queue is looked at.
  private static let looked = 1000

  /// One line on standard error when answers wait and no process runs the batch job.
  func tell(on output: CommandOutput) throws {
    engine.stopBatchJob()
    let overview = try engine.queueOverview()
    guard overview.runner == nil else { return }
    let count = try waiting()
    guard count > 0 else { return }
    let answers = count == 1 ? "1 answer takes effect" : "\(count) answers take effect"
    let when =
      overview.settings.isPaused
      ? "when the batch job goes on: it is paused."
      : "when a batch job runs: countersign worker, or the next countersign."
    try output.note("\(answers) \(when)")
  }

  /// The rows are there for everybody; what they carry is not needed to count them.
  private func waiting() throws -> Int {
    try engine.queue(.pending, as: actor, limit: Self.looked).count {
      $0.type == .workItemAnswered && $0.state != .stopped
    }
  }
}
