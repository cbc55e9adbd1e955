// Named outcomes: picking one, and what it does (SPEC 4).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ChoosingTests {
  private static let task = """
      - task: look
        assign: { user: ann }
        outcomes: { fine: complete, wrong: return }
    """
  private static let choice = """
      - choice: audit
        assign: { group: receipts }
        outcomes:
          call: { title: Call first, elements: [ { task: phone, assign: { user: sue } } ] }
          skip: { title: No call needed }
    """

  @Test("a task with named outcomes is answered by one of them, not by completing")
  func task() throws {
    let bench = try Bench(Self.task)
    let id = try bench.underWay()
    let refusal = bench.refusal(.complete, id, by: "ann")
    #expect(refusal?.message.contains("choose one of its outcomes: fine, wrong") == true)
    #expect(bench.refusal(.choose, id, by: "ann", choice: "fin")?.message.contains("fine") == true)
    try bench.act(.choose, id, by: "ann", choice: "fine")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("an outcome that returns the document needs a comment")
  func returning() throws {
    let bench = try Bench(Self.task)
    let id = try bench.underWay()
    #expect(
      bench.refusal(.choose, id, by: "ann", comment: nil, choice: "wrong")?.code == .usage)
    try bench.act(.choose, id, by: "ann", comment: "no receipt", choice: "wrong")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
  }

  @Test("a choice runs the elements of the outcome that was picked")
  func choice() throws {
    let bench = try Bench(Self.choice)
    let id = try bench.underWay()
    try bench.act(.choose, id, by: "bob", choice: "call")
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
    try bench.act(.complete, id, by: "sue")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("the answer records the hash of what matters")
  func content() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    let answer = bench.messages(of: id).compactMap(\.payload.answer).first
    #expect(answer?.content?.count == 32)
  }
}
