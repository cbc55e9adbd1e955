// Handlers inside and outside the store (SPEC 2).

import Dispatch
import MemoryStore
import Synchronization
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct HandlerTests {
  @Test("a handler inside runs in the message's transaction: its effect is there exactly once")
  func inside() throws {
    for change in 0..<40 {
      let bench = try Bench(Elements.post)
      let id = try bench.submitted()
      bench.store.inject(.crash, at: .change, after: change)
      let isHit = (try? bench.batch()) == nil
      bench.restart()
      try bench.run()
      #expect(bench.journal == ["post"])
      #expect(try bench.status(id) == .approved)
      guard isHit else { return }
    }
  }

  @Test("each event has an idempotency key of its own, steps of one pass among them")
  func keys() throws {
    let bench = try Bench(
      """
        - approval: two
          steps:
            - { step: first, assign: { user: frank } }
            - { step: second, assign: { user: sue } }
      """
    ) { $0.events = [.stepCompleted, .workItemsCreated] }
    let id = try bench.underWay()
    for person in ["frank", "sue"] as [PersonID] {
      try bench.act(.approve, id, by: person)
      try bench.run()
    }
    #expect(bench.probe.keys("stepCompleted").count == 2)
    #expect(Set(bench.probe.keys("stepCompleted")).count == 2)
    #expect(bench.journal.filter { $0 == "stepCompleted" }.count == 2)
    #expect(bench.journal.filter { $0 == "workItemsCreated" }.count == 2)
  }

  @Test("a handler may set the type's own statuses and none of the engine's")
  func ownStatuses() throws {
    let bench = try Bench(Elements.post)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id).id
    let restored = try bench.store.read {
      try InstanceWork(restoring: instance, from: $0)
    }
    let work = try #require(restored)
    let message = try #require(bench.messages(of: id).last)
    try bench.store.write { [engine = bench.engine, type = bench.type] transaction in
      let effects = StagedHandlerEffects(
        work: work, event: message, type: type, organization: try engine.organization(),
        parts: engine.parts, transaction: transaction)
      try effects.setStatus(.posted)
      #expect(effects.work.document.status == .posted)
      #expect(throws: EngineError.self) { try effects.setStatus(.draft) }
    }
  }

  @Test("a handler outside runs between two transactions, with its message running meanwhile")
  func outside() throws {
    let bench = try Bench(Elements.mail)
    let seen = Mutex<[MessageState]>([])
    bench.probe.before { [store = bench.store] _ in
      let states = store.tables.pending.values.map(\.message.state)
      seen.withLock { $0 = states }
    }
    let id = try bench.submitted()
    let before = bench.store.commits
    try bench.batch()
    #expect(seen.withLock { $0 } == [.running])
    #expect(bench.store.commits == before + 2)
    try bench.run()
    #expect(try bench.status(id) == .approved)
    let result = bench.history(of: id).first { $0.event == .automatedExecution }
    #expect(result?.detail == "mailed")
  }

  @Test("its idempotency key is the same for each try, and every try is counted")
  func sameKey() throws {
    let bench = try Bench(Elements.mail)
    bench.probe.fail("mail")
    let id = try bench.stopped()
    #expect(bench.probe.keys("mail").count == 3)
    #expect(Set(bench.probe.keys("mail")) == ["I-000001/mail/1/automatedExecution"])
    #expect(bench.pending(of: id).first?.attempts == 3)
    #expect(try bench.instance(of: id).error?.contains("note/mail") == true)
    bench.probe.fail("mail", nil)
    try bench.act(.resume, id, by: "root")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("one that does not come back in its time has failed")
  func timeout() throws {
    let bench = try Bench(Elements.mail) {
      $0.outsideTimeout = .milliseconds(150)
      $0.retry = RetrySchedule(tries: 50, firstDelay: .seconds(1), longestDelay: .seconds(1))
    }
    let gate = DispatchSemaphore(value: 0)
    bench.probe.before { _ in gate.wait() }
    let id = try bench.underWay()
    #expect(bench.pending(of: id).first?.error?.contains("no answer within") == true)
    #expect(bench.pending(of: id).first?.state == .waiting)
    bench.probe.before { _ in }
    gate.signal()
    // On a machine that is busy a later try may be late as well.
    for _ in 0..<20 where try bench.status(id) != .approved {
      bench.clock.advance(by: .seconds(1))
      try bench.run()
    }
    #expect(try bench.status(id) == .approved)
  }

  @Test("after a crash one that was running runs again, with the same key")
  func afterCrash() throws {
    let bench = try Bench(Elements.mail)
    bench.probe.before { [store = bench.store] _ in store.inject(.crash, at: .beforeCommit) }
    let id = try bench.submitted()
    #expect(throws: EngineError.self) { try bench.run() }
    bench.restart()
    bench.probe.before { _ in }
    #expect(bench.pending(of: id).map(\.state) == [.running])
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(
      bench.probe.keys("mail")
        == Array(repeating: "I-000001/mail/1/automatedExecution", count: 2))
  }

  @Test("what came of it is recorded when the store works again, without a second call")
  func recordedLater() throws {
    let bench = try Bench(Elements.mail)
    bench.probe.before { [store = bench.store] _ in
      store.inject(.error(.inputOutput), at: .beforeCommit)
    }
    let id = try bench.submitted()
    try bench.batch()
    #expect(bench.pending(of: id).map(\.state) == [.running])
    bench.probe.before { _ in }
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(bench.probe.keys("mail").count == 1)
  }

  @Test("a recall while it runs discards its message; what it did stays done")
  func recalledMeanwhile() throws {
    let bench = try Bench(Elements.mail)
    bench.probe.before { [engine = bench.engine] _ in
      _ = try? engine.perform(
        ActionRequest(.recall, .document("NO-000001")), by: Actor("sam"))
    }
    let id = try bench.submitted()
    try bench.run()
    try bench.run()
    #expect(try bench.status(id) == .draft)
    #expect(try bench.instance(of: id).status == .canceled)
  }
}
