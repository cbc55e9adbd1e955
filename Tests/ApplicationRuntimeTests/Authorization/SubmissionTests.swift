// What keeps a draft from being submitted is told before it is tried (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SubmissionTests {
  private func reason(_ bench: Bench, _ id: DocumentID) throws -> String? {
    try bench.engine.explain(id, as: Actor("sam")).actions.first { $0.action == .submit }?.reason
  }

  @Test("explain says that no workflow would apply")
  func noWorkflow() throws {
    let bench = try Bench()
    let id = try bench.draft()
    #expect(try reason(bench, id)?.contains("no active workflow applies") == true)
    try bench.activate(Elements.manager)
    #expect(try reason(bench, id) == nil)
  }

  @Test("explain says what must be corrected first, all of it")
  func errors() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft(nil)
    #expect(try reason(bench, id) == "it must be corrected first: the amount is missing")
  }

  @Test("a workflow for lines is never chosen for a document")
  func lines() throws {
    let bench = try Bench()
    try bench.activate(Elements.receipts, id: "lines", head: "level: line")
    #expect(try reason(bench, try bench.draft())?.contains("no active workflow applies") == true)
  }

  @Test("explain tells due times, limits that come, and for whom somebody acts")
  func timers() throws {
    let bench = try Bench(
      """
          - approval: manager
            steps:
              - { step: manager, assign: { user: frank }, limit: 2 days, remind: [1 day before] }
      """)
    let id = try bench.underWay()
    try bench.act(.delegate, id, by: "frank", addressee: "sue")
    let explanation = try bench.engine.explain(id, as: Actor("sam"))
    #expect(explanation.waiting.first?.people == ["Sue Lind"])
    #expect(explanation.waiting.first?.actsFor == "Frank Berg")
    #expect(explanation.waiting.first?.item.dueAt != nil)
    #expect(
      explanation.timers.map(\.words) == [
        "a reminder for the manager step", "the manager step is due",
      ])
  }

  @Test("items of sibling branches are on hold while the document is to be changed")
  func hold() throws {
    let bench = try Bench(
      """
          - parallel: checks
            branches:
              - { branch: one, elements: [ { task: a, assign: { user: ann } } ] }
              - { branch: two, elements: [ { task: b, assign: { user: bob } } ] }
      """)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "ann")
    try bench.run()
    #expect(
      bench.refusal(.complete, id, by: "bob")?.message
        .contains("on hold: Sam Holt is asked to change it") == true)
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    try bench.act(.complete, id, by: "bob")
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }
}
