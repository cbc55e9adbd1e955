// Which of two answers counts, when both can still be taken back (SPEC 6, 7).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct AnswerOrderTests {
  private static let single = """
      - approval: both
        steps:
          - step: pair
            assign: { users: [ann, bob] }
    """

  @Test("the first answer counts from when it was given, though another one is still in its window")
  func firstCounts() throws {
    let bench = try Bench(Self.single)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "ann", undo: .seconds(5))
    bench.clock.advance(by: .seconds(2))
    try bench.act(.reject, id, by: "bob", undo: .seconds(5))
    bench.clock.advance(by: .seconds(3))
    try bench.run()
    #expect(try bench.status(id) == .approved)
    bench.clock.advance(by: .seconds(5))
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("a later answer keeps its window while the first one takes effect")
  func keepsWindow() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "ann", undo: .seconds(5))
    bench.clock.advance(by: .seconds(2))
    try bench.act(.approve, id, by: "bob", undo: .seconds(5))
    bench.clock.advance(by: .seconds(3))
    try bench.run()
    try bench.act(.undo, id, by: "bob")
    bench.clock.advance(by: .seconds(5))
    try bench.run()
    #expect(try bench.status(id) == .inReview)
    #expect(try bench.asked(id) == ["bob"])
  }
}
