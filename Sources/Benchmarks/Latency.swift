// How long one person waits, with nobody else on the system.

import ApplicationRuntime
import Dispatch
import Workflow
import WorkflowRuntime

/// From a submission to the first approver's work item, one workflow at a time.
struct Latency {
  let count: Int
  let folder: String

  struct Figures {
    let median: Duration
    let percentile99: Duration
    let submitMedian: Duration

    func description(beside machine: Machine) -> String {
      let flush = 1 / machine.flushesPerSecond
      return """
        latency: submit returns after \(milliseconds(submitMedian)) ms (median); the work item is \
        there after \(milliseconds(median)) ms, 99th percentile \(milliseconds(percentile99)) ms
          in flushes of this machine: \(rounded(submitMedian.inSeconds / flush)) and \
        \(rounded(median.inSeconds / flush))
        """
    }

    private func milliseconds(_ duration: Duration) -> String {
      rounded(duration.inSeconds * 1_000)
    }
  }

  func measure() throws -> Figures {
    let bench = try TwoApprovals(folder: folder, name: "latency")
    let engine = bench.engine
    let first = TwoApprovals.approvers[0]
    engine.startBatchJob()
    let changed = DispatchSemaphore(value: 0)
    let observation = engine.observe { changed.signal() }
    var waits: [Duration] = []
    var submits: [Duration] = []
    let clock = ContinuousClock()
    for round in 1...count {
      let id = try bench.draft()
      let began = clock.now
      try engine.perform(ActionRequest(.submit, .document(id)), by: TwoApprovals.originator)
      submits.append(clock.now - began)
      while try engine.inboxCount(of: first.person) < round {
        _ = changed.wait(timeout: .now() + .milliseconds(100))
      }
      waits.append(clock.now - began)
    }
    withExtendedLifetime(observation) {}
    engine.stopBatchJob()
    defer { try? bench.store.close() }
    waits.sort()
    submits.sort()
    return Figures(
      median: waits[count / 2], percentile99: waits[min(count - 1, count * 99 / 100)],
      submitMedian: submits[count / 2])
  }
}
