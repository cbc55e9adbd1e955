// When something fails: retry, stop, resume, skip (SPEC 9).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct RetryTests {
  @Test("a handler that fails leaves its instance at the saved point and its message in the queue")
  func failure() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    let message = try #require(bench.pending(of: id).first)
    #expect(message.type == .automatedExecution)
    #expect(message.state == .waiting && message.attempts == 1)
    #expect(message.error?.contains("handler note/post failed for NO-000001") == true)
    #expect(message.error?.contains("the ledger is closed") == true)
    #expect(bench.journal.isEmpty)
    #expect(try bench.instance(of: id).status == .pending)
    #expect(bench.events(of: id).contains(.fault))
  }

  @Test("it is retried with growing delay, and its instance is stopped after the last try")
  func growingDelay() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    var delays: [Duration] = []
    while let retry = bench.pending(of: id).first?.retryAt {
      delays.append(retry.duration(since: bench.clock.now()))
      bench.clock.advance(to: retry.advanced(by: .microseconds(-1)))
      #expect(try bench.batch().isEmpty)
      bench.clock.advance(to: retry)
      try bench.run()
    }
    #expect(delays == [.seconds(1), .seconds(4)])
    let instance = try bench.instance(of: id)
    #expect(instance.status == .stopped)
    #expect(instance.error?.contains("note/post") == true)
    #expect(bench.pending(of: id).map(\.state) == [.stopped])
    let told = bench.history(of: id).last { $0.event == .told }
    #expect(told?.detail == "root")
    bench.clock.advance(by: .seconds(86_400))
    #expect(try bench.batch().isEmpty)
  }

  @Test("a document whose people have all answered waits for nobody while something fails")
  func waitsForNobody() throws {
    let bench = try Bench(Elements.manager + "\n" + Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    #expect(try bench.document(id).waitingFor == "manager step")
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    #expect(try bench.document(id).waitingFor == nil)
  }

  @Test("resume after the cause is mended continues from the saved point, with all its tries")
  func resume() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.stopped()
    bench.probe.fail("post", nil)
    #expect(bench.refusal(.resume, id, by: "sam")?.code == .notAllowed)
    try bench.act(.resume, id, by: "root")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(bench.journal == ["post"])
    #expect(bench.refusal(.resume, id, by: "root")?.message.contains("not stopped") == true)
  }

  @Test("resume by error resumes those alone whose error has the words")
  func resumeByError() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let first = try bench.stopped()
    bench.probe.fail("post", EngineError(.badData, "account 4711 is unknown"))
    let second = try bench.stopped()
    bench.probe.fail("post", nil)
    let results = try bench.engine.resumeInstances(
      whereErrorContains: "4711", by: Bench.root)
    #expect(results.map(\.instance) == [try bench.instance(of: second).id])
    try bench.run()
    #expect(try bench.status(second) == .approved)
    #expect(try bench.instance(of: first).status == .stopped)
  }

  @Test("skip passes an element that cannot be mended, with an outcome and a comment")
  func skip() throws {
    let bench = try Bench(Elements.post + "\n" + Elements.manager)
    bench.probe.fail("post")
    let id = try bench.stopped()
    #expect(bench.refusal(.skip, id, by: "root", comment: nil)?.code == .usage)
    #expect(bench.refusal(.skip, id, by: "frank")?.code == .notAllowed)
    try bench.act(.skip, id, by: "root", outcome: .completed)
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
    let skipped = bench.history(of: id).first { $0.event == .skipped }
    #expect(skipped?.comment == "because" && skipped?.element?.name == "post")
    let discarded = bench.messages(of: id).filter { $0.state == .discarded }
    #expect(discarded.map(\.type) == [.automatedExecution])
    #expect(discarded.first?.error == "skipped by root")
  }

  @Test("two who skip at the same time pass one element, not two")
  func skipTwice() throws {
    let bench = try Bench(Elements.post + "\n" + Elements.manager)
    bench.probe.fail("post")
    let id = try bench.stopped()
    try bench.act(.skip, id, by: "root")
    try bench.act(.skip, id, by: "root")
    try bench.run()
    #expect(try bench.instance(of: id).status == .pending)
    #expect(try bench.asked(id) == ["frank"])
    #expect(bench.messages(of: id).last?.error == nil)
    #expect(
      bench.messages(of: id).filter { $0.state == .discarded }.compactMap(\.error)
        == ["skipped by root", "the instance is not stopped any more"])
  }

  @Test("what an element still had in the queue when it was passed does no harm")
  func skipWithStepBehind() throws {
    let bench = try Bench(Elements.manager + "\n" + Elements.receipts) {
      $0.events = [.workItemsCreated]
    }
    bench.probe.fail("workItemsCreated")
    let id = try bench.underWay()
    // An answer that can be taken back goes before what waits for its retry.
    try bench.act(.approve, id, by: "frank", undo: .seconds(600))
    for _ in 0..<3 {
      bench.clock.advance(by: .seconds(60))
      try bench.run()
    }
    #expect(try bench.instance(of: id).status == .stopped)
    bench.probe.fail("workItemsCreated", nil)
    try bench.act(.skip, id, by: "root")
    try bench.run()
    bench.clock.advance(by: .seconds(600))
    try bench.run()
    #expect(try bench.asked(id) == ["ann", "bob"])
    #expect(try bench.instance(of: id).status == .pending)
  }

  @Test("an element cannot be passed as canceled: nothing would go on")
  func skipAsCanceled() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.stopped()
    let error = #expect(throws: EngineError.self) {
      try bench.act(.skip, id, by: "root", outcome: .canceled)
    }
    #expect(error?.code == .badData)
  }

  @Test("a retry never changes the place: later messages of the instance wait, others go on")
  func place() throws {
    let bench = try Bench(Elements.both) { $0.events = [.workItemsCreated] }
    bench.probe.fail("workItemsCreated")
    let first = try bench.underWay()
    try bench.act(.approve, first, by: "ann")
    try bench.act(.approve, first, by: "bob")
    try bench.run()
    #expect(
      bench.pending(of: first).map(\.type) == [
        .workItemsCreated, .workItemAnswered, .workItemAnswered,
      ])
    bench.probe.fail("workItemsCreated", nil)
    let second = try bench.underWay()
    #expect(bench.pending(of: second).isEmpty)
    #expect(try bench.status(first) == .inReview)
    bench.clock.advance(by: .seconds(1))
    try bench.run()
    #expect(try bench.status(first) == .approved)
    #expect(bench.journal == ["workItemsCreated", "workItemsCreated"])
  }

  @Test("one that failed behind another that failed is tried again like it")
  func nextHolder() throws {
    let bench = try Bench(Elements.both) { $0.events = [.workItemsCreated, .stepCompleted] }
    bench.probe.fail("workItemsCreated")
    bench.probe.fail("stepCompleted")
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "ann")
    try bench.act(.approve, id, by: "bob")
    bench.probe.fail("workItemsCreated", nil)
    bench.clock.advance(by: .seconds(1))
    try bench.batch(3)
    try bench.run()
    #expect(bench.pending(of: id).map(\.type) == [.stepCompleted])
    bench.probe.fail("stepCompleted", nil)
    bench.clock.advance(by: .seconds(1))
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("answers that arrive while an instance is stopped are kept and handled on resume")
  func keptAnswers() throws {
    let bench = try Bench(Elements.manager) { $0.events = [.workItemsCreated] }
    bench.probe.fail("workItemsCreated")
    let id = try bench.stopped()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.instance(of: id).status == .stopped)
    #expect(bench.pending(of: id).count == 2)
    bench.probe.fail("workItemsCreated", nil)
    try bench.act(.resume, id, by: "root")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("a condition or an assignment that fails stops the instance and names where")
  func assignment() throws {
    let bench = try Bench(
      """
        - approval: check
          steps:
            - step: ghosts
              assign: { hierarchy: manager, from: originator, until: signing_limit > amount }
      """)
    let id = try bench.stopped(9_000)
    let error = try #require(try bench.instance(of: id).error)
    for word in ["“check”", "“ghosts”", "hierarchy manager", "from sam", "gives nobody"] {
      #expect(error.contains(word), "\(word)")
    }
  }

  @Test("an instance whose state cannot be read is unrecoverable and keeps its bytes")
  func unrecoverable() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id)
    try bench.store.write { transaction in
      var broken = instance
      broken.state = "{broken"
      try transaction.update(broken)
    }
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    let after = try bench.instance(of: id)
    #expect(after.status == .unrecoverable)
    #expect(after.state == "{broken")
    #expect(after.error?.contains("cannot be read") == true)
    #expect(bench.events(of: id).contains(.unrecoverable))
  }
}

extension Bench {
  /// A document whose instance has used up its tries.
  func stopped(_ amount: Int64 = 500) throws -> DocumentID {
    let id = try underWay(amount)
    while let retry = pending(of: id).first(where: { $0.state == .waiting })?.retryAt {
      clock.advance(to: retry)
      try run()
    }
    #expect(try instance(of: id).status == .stopped)
    return id
  }
}
