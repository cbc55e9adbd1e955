// How many messages a second the batch job handles when nothing else is done.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Submits everything first, then lets the batch job work alone until nothing is due.
struct BatchRate {
  let count: Int
  let folder: String

  struct Figures {
    let messages: Int
    let time: Duration
    let statements: Int
    let flushes: Int

    func description(beside machine: Machine) -> String {
      let rate = Double(messages) / time.inSeconds
      return """
        batch job alone: \(messages) messages, \(rounded(rate)) a second; \
        \(rounded(Double(statements) / Double(messages))) statements a message, \
        \(rounded(Double(messages) / Double(max(1, flushes)))) messages a flush
          \(rounded(rate / machine.flushesPerSecond)) messages for each flush that the machine can do
        """
    }
  }

  func measure() throws -> Figures {
    let bench = try TwoApprovals(folder: folder, name: "batch-rate")
    let engine = bench.engine
    let drafts = try (0..<count).map { _ in try bench.draft() }
    let requests = drafts.map {
      (ActionRequest(.submit, .document($0)), TwoApprovals.originator)
    }
    for result in try engine.perform(each: requests) { _ = try result.get() }
    let statements = bench.store.statistics.statements
    let flushes = bench.store.statistics.commits
    let before = try engine.queueOverview().counts.handled
    let clock = ContinuousClock()
    let began = clock.now
    _ = try engine.settle(nil, wait: .seconds(600))
    let time = clock.now - began
    defer { try? bench.store.close() }
    return Figures(
      messages: try engine.queueOverview().counts.handled - before, time: time,
      statements: bench.store.statistics.statements - statements,
      flushes: bench.store.statistics.commits - flushes)
  }
}
