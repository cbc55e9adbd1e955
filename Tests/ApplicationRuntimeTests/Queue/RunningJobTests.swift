// The background job itself, on its timer (SPEC 2). These tests wait for what must happen, never
// for a time to pass.

import Foundation
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite(.serialized) struct RunningJobTests {
  private func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      if try condition() { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  @Test("a post wakes the job at once")
  func waking() throws {
    let bench = try Bench(Elements.manager)
    bench.engine.startBatchJob()
    defer { bench.engine.stopBatchJob() }
    let id = try bench.submitted()
    #expect(try eventually { try bench.status(id) == .inReview })
  }

  @Test("commits that wake nobody do not put the interval off")
  func interval() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.setBatchJob(interval: .seconds(1), wakes: false, by: Bench.root)
    bench.engine.startBatchJob()
    defer { bench.engine.stopBatchJob() }
    #expect(eventually { bench.engine.isRunningBatchJob })
    let id = try bench.submitted()
    let isHandled = try eventually {
      try bench.act(.comment, id, by: "sam", comment: "once more")
      return try bench.status(id) == .inReview
    }
    #expect(isHandled)
  }

  @Test("a pause gives the right to run up, also where posts wake nobody")
  func pausing() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.setBatchJob(interval: .seconds(3_600), wakes: false, by: Bench.root)
    bench.engine.startBatchJob()
    defer { bench.engine.stopBatchJob() }
    #expect(eventually { bench.engine.isRunningBatchJob })
    let id = try bench.submitted()
    let step = try bench.anotherEngine().step(by: Bench.root)
    #expect(step.wasRunning && step.message?.type == .activation)
    try bench.engine.continue(by: Bench.root)
    try bench.engine.runNow(by: Bench.root)
    #expect(try eventually { try bench.status(id) == .inReview })
  }

  @Test("stopping ends after the commit under way, not after all that is due")
  func stopping() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.pause(by: Bench.root)
    try bench.engine.setBatchJob(batchSize: 1, by: Bench.root)
    for _ in 0..<2_000 { _ = try bench.submitted() }
    bench.engine.startBatchJob()
    try bench.engine.continue(by: Bench.root)
    #expect(try eventually { try bench.engine.queueOverview().counts.handled > 0 })
    bench.engine.stopBatchJob()
    #expect(try bench.engine.queueOverview().counts.ready > 0)
    #expect(bench.store.runner(of: "note") == nil)
  }

  @Test("a job yields the right to run to who asks for it, and takes it back later")
  func yielding() throws {
    let bench = try Bench(Elements.manager)
    bench.engine.startBatchJob()
    defer { bench.engine.stopBatchJob() }
    #expect(eventually { bench.engine.isRunningBatchJob })
    try bench.anotherEngine().askRunnerToYield()
    var claim: (any RunClaim)?
    #expect(
      try eventually {
        claim = try bench.store.claimRun(of: "note")
        return claim != nil
      })
    claim?.release()
    #expect(eventually { bench.engine.isRunningBatchJob })
  }

  @Test("a process takes only messages of types that it knows")
  func knownTypes() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    let other = Engine(
      store: bench.store, types: [RatedType()], clock: bench.clock, random: CountingRandom())
    other.startBatchJob()
    defer { other.stopBatchJob() }
    #expect(eventually { other.isRunningBatchJob })
    #expect(bench.store.runner(of: "bill") != nil && bench.store.runner(of: "note") == nil)
    #expect(try !other.settle(nil, wait: .zero))
    #expect(bench.pending(of: id).map(\.type) == [.activation])
    #expect(try bench.engine.settle(nil, wait: .seconds(2)))
    #expect(try bench.status(id) == .inReview)
  }

  @Test("a process that is suspended gives the right up first, and takes it back")
  func suspending() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    let (engine, other) = (bench.engine, bench.anotherEngine())
    engine.withoutDriving {
      let claim = try? bench.store.claimRun(of: "note")
      #expect(claim != nil)
      claim?.release()
      // Meanwhile nothing is driven here, and another process does.
      #expect((try? engine.settle(nil, wait: .zero)) == false)
      #expect((try? other.settle(nil, wait: .seconds(2))) == true)
    }
    #expect(try bench.status(id) == .inReview)
    try bench.act(.approve, id, by: "frank")
    #expect(try engine.settle(nil, wait: .seconds(2)))
    #expect(try bench.status(id) == .approved)
  }

  @Test("why the job cannot work is told once, and it goes on when the cause is gone")
  func telling() throws {
    let bench = try Bench(Elements.manager)
    let told = Told()
    try bench.store.write { try $0.set("{", for: SettingName.batchJob) }
    bench.engine.startBatchJob { told.add($0) }
    defer { bench.engine.stopBatchJob() }
    let id = try bench.submitted()
    #expect(eventually { !told.errors.isEmpty })
    try bench.store.write { try $0.set(nil, for: SettingName.batchJob) }
    #expect(try eventually { try bench.status(id) == .inReview })
    #expect(told.errors.count == 1 && told.errors[0].message.contains("settings"))
  }
}

/// What a job told, from its own thread.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [EngineError] = []

  var errors: [EngineError] { lock.withLock { kept } }

  func add(_ error: EngineError) { lock.withLock { kept.append(error) } }
}
