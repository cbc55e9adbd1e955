// Taking an answer back when the step is decided, and limits inside the window (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct UndoDecidedTests {
  @Test("if another answer decided the step first, undo says who")
  func decided() throws {
    let bench = try Bench(
      """
          - approval: both
            steps: [ { step: pair, assign: { users: [ann, bob] } } ]
      """)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "ann", undo: .seconds(2))
    bench.clock.advance(by: .seconds(1))
    try bench.act(.reject, id, by: "bob", undo: .seconds(60))
    bench.clock.advance(by: .seconds(2))
    try bench.run()
    #expect(try bench.status(id) == .approved)
    let items = bench.store.tables.items.values.filter { $0.document == id }
    let mine = try #require(items.first { $0.assignee == "bob" })
    let offer = try bench.engine.explain(id, as: Actor("bob")).actions.first { $0.action == .undo }
    #expect(offer?.isAllowed == false)
    do {
      try bench.engine.perform(ActionRequest(.undo, .item(mine.id)), by: Actor("bob"))
      Issue.record("it was taken back")
    } catch let error as EngineError {
      #expect(error.code == .alreadyClosed && error.message.contains("Ann Vik"))
    }
  }

  @Test("a limit reached inside the window does not fire; after an undo it fires at once")
  func limit() throws {
    let bench = try Bench(
      """
          - approval: manager
            steps:
              - { step: manager, assign: { user: frank }, limit: 1 hour, escalate: [ { finally: reject } ] }
      """)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_590))
    try bench.act(.approve, id, by: "frank", undo: .seconds(60))
    bench.clock.advance(by: .seconds(20))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    try bench.act(.undo, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
  }
}
