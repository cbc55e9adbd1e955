// A process of the simulation: an engine, and a batch job that runs when it is told to.

import Dispatch
import MemoryStore
import Workflow

@testable import ApplicationRuntime

/// Handlers outside are called one after another, so that the same seed has the same order.
final class SimulatedProcess {
  let engine: Engine
  private let runner: BatchRunner
  private let store: MemoryStore
  private var right: (any RunClaim)?

  init(store: MemoryStore, clock: VirtualClock, behavior: Behavior) {
    self.store = store
    engine = Engine(
      store: store, types: [SimulatedType(behavior: behavior)], clock: clock,
      random: CountingRandom())
    runner = BatchRunner(parts: engine.parts, outsideQueue: DispatchQueue(label: "simulation"))
  }

  /// Takes the right to run, and over from one that died; false while another process has it.
  func claim() throws -> Bool {
    guard right == nil else { return true }
    guard let claim = try store.claimRun(of: "note") else { return false }
    do {
      guard try runner.takeOver(claim, finished: {}) else {
        claim.abandon()
        return false
      }
    } catch {
      claim.abandon()
      throw error
    }
    right = claim
    runner.outside.wait()
    return true
  }

  func release() {
    right?.release()
    right = nil
  }

  /// How many messages one batch handled.
  func runBatch(_ limit: Int) throws -> Int {
    defer { runner.outside.wait() }
    return try runner.runBatch(
      for: ["note"], limits: BatchLimits(messages: limit, time: .milliseconds(10))
    ).handled.count
  }

  func end() {
    runner.outside.wait()
    right = nil
  }
}
