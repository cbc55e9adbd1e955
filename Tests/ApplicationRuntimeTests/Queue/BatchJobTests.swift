// Pause, continue, single step, settings; several processes on one store (SPEC 2).

import Dispatch
import Foundation
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct BatchJobTests {
  @Test("a paused job handles nothing, and goes on where it was")
  func pause() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.pause(by: Bench.root)
    let id = try bench.underWay()
    #expect(bench.pending(of: id).map(\.type) == [.activation])
    #expect(throws: EngineError.self) { try bench.engine.runNow(by: Bench.root) }
    bench.restart()
    #expect(try bench.engine.batchJobSettings().pausedBy == "root")
    try bench.engine.continue(by: Bench.root)
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test(
    "a single step handles one message in a commit of its own; a running job is paused and says so")
  func step() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    let first = try bench.engine.step(by: Bench.root)
    #expect(first.wasRunning && first.message?.type == .activation)
    #expect(bench.pending(of: id).map(\.type) == [.workflowStarted])
    #expect(try bench.engine.batchJobSettings().isPaused)
    var types: [MessageType] = []
    while let message = try bench.engine.step(by: Bench.root).message { types.append(message.type) }
    #expect(
      types == [
        .workflowStarted, .acknowledgeWorkflowStarted, .elementStarted,
        .acknowledgeElementStarted, .workItemsCreated, .acknowledgeWorkItemsCreated,
      ])
    #expect(try bench.engine.step(by: Bench.root).message == nil)
  }

  @Test("interval, batch size and waking belong to the store and are bounded")
  func settings() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.setBatchJob(
      interval: .seconds(30), batchSize: 1, wakes: false, by: Bench.root)
    let other = bench.anotherEngine()
    let settings = try other.batchJobSettings()
    #expect(settings.interval == .seconds(30) && settings.batchSize == 1 && !settings.wakes)
    for size in [0, 10_001] {
      #expect(throws: EngineError.self) {
        try bench.engine.setBatchJob(batchSize: size, by: Bench.root)
      }
    }
    #expect(throws: EngineError.self) {
      try bench.engine.setBatchJob(interval: .zero, by: Bench.root)
    }
    let id = try bench.submitted()
    try bench.engine.runNow(by: Bench.root)
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("one process at a time runs a type; another takes over when it gives the right up")
  func claims() throws {
    let bench = try Bench(Elements.manager)
    let claim = try #require(try bench.store.claimRun(of: "note"))
    let id = try bench.submitted()
    #expect(try bench.engine.settle(bench.instance(of: id).id, wait: .zero) == false)
    #expect(bench.pending(of: id).count == 1)
    claim.release()
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("what another process does is seen: its organisation, its workflows, its answers")
  func otherProcess() throws {
    let bench = try Bench(Elements.manager)
    let other = bench.anotherEngine()
    let id = try bench.underWay()
    try other.perform(ActionRequest(.approve, .document(id)), by: Actor("frank"))
    #expect(try other.settle(bench.instance(of: id).id, wait: .seconds(2)))
    #expect(try bench.status(id) == .approved)
    let changed = Bench.organization.replacingOccurrences(of: "Frank Berg", with: "Frank Bergh")
    try other.loadOrganization(changed, file: "o.yaml", by: Bench.root)
    #expect(bench.engine.personName("frank") == "Frank Bergh")
  }

  @Test("the background job is woken by a post of any process, and by its interval when it is not")
  func background() throws {
    let bench = try Bench(Elements.manager)
    let done = DispatchSemaphore(value: 0)
    let observation = bench.store.observeCommits { [store = bench.store] in
      if store.tables.items.values.contains(where: \.status.isOpen) { done.signal() }
    }
    bench.engine.startBatchJob()
    let id = try bench.submitted()
    #expect(done.wait(timeout: .now() + 10) == .success)
    bench.engine.stopBatchJob()
    #expect(try bench.asked(id) == ["frank"])
    #expect(bench.store.runner(of: "note") == nil)
    withExtendedLifetime(observation) {}
  }
}
