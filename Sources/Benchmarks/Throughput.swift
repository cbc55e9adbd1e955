// How many workflows a second, with many in flight.

import ApplicationRuntime
import Dispatch
import Workflow
import WorkflowRuntime

/// Submits, approves and approves again, while the batch job runs in the background.
struct Throughput {
  static let inFlight = 256

  let count: Int
  let folder: String

  struct Figures {
    let workflows: Int
    let time: Duration
    let processorTime: Duration
    let statements: Int
    let flushes: Int

    func description(beside machine: Machine) -> String {
      let rate = Double(workflows) / time.inSeconds
      let flushRate = Double(flushes) / time.inSeconds
      return """
        throughput: \(workflows) two-approval workflows, \(Throughput.inFlight) in flight: \
        \(rounded(rate)) a second
          \(rounded(Double(statements) / Double(workflows))) statements, \
        \(rounded(Double(flushes) / Double(workflows))) flushes, \
        \(rounded(processorTime.inSeconds / Double(workflows) * 1_000_000)) µs of processor time \
        a workflow
          \(rounded(rate / machine.flushesPerSecond)) workflows for each flush that the machine \
        can do; \(rounded(flushRate / machine.flushesPerSecond * 100)) % of its flushes used
        """
    }
  }

  func measure() throws -> Figures {
    let bench = try TwoApprovals(folder: folder, name: "throughput")
    let engine = bench.engine
    var drafts = try (0..<count).map { _ in try bench.draft() }
    let statements = bench.store.statistics.statements
    let flushes = bench.store.statistics.commits
    engine.startBatchJob()
    let changed = DispatchSemaphore(value: 0)
    let observation = engine.observe { changed.signal() }
    let clock = ContinuousClock()
    let began = clock.now
    let spent = cpuTime()
    var submitted = 0
    var finished = 0
    while finished < count {
      // People do not ask again before something has happened.
      _ = changed.wait(timeout: .now() + .milliseconds(10))
      let room = min(Self.inFlight - (submitted - finished), drafts.count)
      if room > 0 {
        let batch = drafts.suffix(room)
        drafts.removeLast(room)
        let requests = batch.map {
          (ActionRequest(.submit, .document($0)), TwoApprovals.originator)
        }
        for result in try engine.perform(each: requests) { _ = try result.get() }
        submitted += room
      }
      for (index, approver) in TwoApprovals.approvers.enumerated() {
        let rows = try engine.inbox(of: approver.person, as: approver, limit: Self.inFlight).rows
        guard !rows.isEmpty else { continue }
        let requests = rows.map { (ActionRequest(.approve, .item($0.item.id)), approver) }
        for result in try engine.perform(each: requests) { _ = try result.get() }
        if index == TwoApprovals.approvers.count - 1 { finished += rows.count }
      }
    }
    while try engine.queueOverview().counts.depth > 0 {
      _ = changed.wait(timeout: .now() + .milliseconds(10))
    }
    withExtendedLifetime(observation) {}
    let time = clock.now - began
    let processorTime = cpuTime() - spent
    engine.stopBatchJob()
    defer { try? bench.store.close() }
    return Figures(
      workflows: count, time: time, processorTime: processorTime,
      statements: bench.store.statistics.statements - statements,
      flushes: bench.store.statistics.commits - flushes)
  }
}
