// Taking an answer back within its window (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct UndoTests {
  @Test("an answer can be taken back within its window, which opens its item again")
  func takenBack() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank", undo: .seconds(5))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    #expect(try bench.openItems(of: id).isEmpty)
    #expect(bench.refusal(.undo, id, by: "sam")?.code != nil)
    try bench.act(.undo, id, by: "frank")
    #expect(try bench.asked(id) == ["frank"])
    bench.clock.advance(by: .seconds(10))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
  }

  @Test("while an answer can be taken back, others are told who answered, and until when")
  func told() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    let item = try #require(try bench.openItems(of: id).first).id
    try bench.act(.complete, id, by: "bob", undo: .seconds(5))
    let refusals = [
      bench.refusal(.complete, id, by: "ann"), bench.refusal(.accept, id, by: "ann"),
      bench.refusal(.reassign, id, by: "root", addressee: "sue"),
      #expect(throws: EngineError.self) {
        try bench.engine.perform(
          ActionRequest(.reassign, .item(item), comment: "x", addressee: "sue"), by: Bench.root)
      },
    ]
    for refusal in refusals {
      let message = refusal?.message ?? ""
      #expect(message.contains("Bob Ost has answered it (completed)"), "\(message)")
      #expect(message.contains("can be taken back until"), "\(message)")
    }
    // Who is not concerned learns nothing of it.
    #expect(bench.refusal(.complete, id, by: "frank")?.message.contains("Bob") == false)
  }

  @Test("an answer can be taken back for ten minutes at most")
  func longest() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let error = #expect(throws: EngineError.self) {
      try bench.act(.approve, id, by: "frank", undo: .seconds(601))
    }
    #expect(error?.code == .usage && error?.message.contains("10 minutes at most") == true)
    #expect(try bench.asked(id) == ["frank"])
    try bench.act(.approve, id, by: "frank", undo: .seconds(600))
  }

  @Test("the answer takes effect at the end of its window and counts from when it was given")
  func takesEffect() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let given = bench.clock.now()
    try bench.act(.approve, id, by: "frank", undo: .seconds(5))
    bench.clock.advance(by: .microseconds(4_999_999))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    bench.clock.advance(by: .microseconds(1))
    #expect(bench.refusal(.undo, id, by: "frank")?.code == .alreadyClosed)
    try bench.run()
    #expect(try bench.status(id) == .approved)
    #expect(bench.history(of: id).first { $0.event == .approved }?.at == given)
  }

  @Test("it takes effect earlier as soon as another message falls due, which it precedes")
  func precedes() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "ann", undo: .seconds(60))
    try bench.act(.approve, id, by: "bob")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    #expect(bench.history(of: id).last { $0.event == .answerDiscarded }?.actor == Actor("bob"))
    let refusal = bench.refusal(.undo, id, by: "ann")
    #expect(refusal?.code == .alreadyClosed || refusal?.code == .notAllowed)
  }

  @Test("a task that was taken back is with the one who completed it")
  func task() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann", undo: .seconds(5))
    try bench.act(.undo, id, by: "ann")
    #expect(try bench.asked(id) == ["ann"])
    try bench.act(.release, id, by: "ann")
    #expect(try bench.asked(id) == ["ann", "bob"])
  }
}
