// Whom and what the pages offer for an action that names somebody: nobody who would be refused.

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ChoiceTests {
  private func items(_ bench: Bench, _ id: DocumentID) throws -> [WorkItemID] {
    try bench.openItems(of: id).map(\.id)
  }

  @Test("everybody is offered who can get the item, and nobody else")
  func receivers() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, head: "submitter-may-approve: false")
    let id = try bench.underWay()
    let offered = try bench.engine.choices(
      for: .delegate, on: try items(bench, id), as: Actor("frank"))
    // Not sam, who submitted it; not frank, who has it; not kim, who is disabled.
    #expect(offered.map(\.id) == ["sue", "ann", "bob", "root"])
    for choice in offered {
      let other = try bench.underWay()
      #expect(
        bench.refusal(.delegate, other, by: "frank", addressee: PersonID(choice.id)) == nil)
    }
    #expect(bench.refusal(.delegate, id, by: "frank", addressee: "sam") != nil)
  }

  @Test("a change can be asked of the originator first, then of those who answered before")
  func addressees() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    let offered = try bench.engine.choices(
      for: .requestChange, on: try items(bench, id), as: Actor("frank"))
    #expect(offered.prefix(2).map(\.id) == ["sam", "ann"])
    #expect(offered[0].isUsual && offered[0].note == "originator")
    #expect(offered[1].note == "completed, receipts")
    #expect(!offered.contains { $0.id == "frank" || $0.id == "kim" })
    #expect(throws: EngineError.self) {
      try bench.engine.choices(for: .requestChange, on: items(bench, id), as: Actor("sue"))
    }
  }

  @Test("the queues are offered that take items, without the one that it lies in")
  func queues() throws {
    let bench = try Bench()
    try bench.engine.loadOrganization(
      Bench.organization + """

        queues:
          budget: { members: [ann, bob], status: active }
          audit: { title: Audit desk, members: [frank, sue], status: active }
          rest: { members: [frank], status: on-hold }
          old: { members: [frank], status: inactive }
        """, file: "o.yaml", by: Bench.root)
    try bench.activate("    - task: budget\n      assign: { queue: budget }")
    let id = try bench.underWay()
    let offered = try bench.engine.choices(for: .move, on: try items(bench, id), as: Actor("ann"))
    #expect(
      offered == [ActionChoice(id: "audit", name: "Audit desk", note: "Frank Berg, Sue Lind")])
  }

  @Test("the open items of others are an administrator's to see")
  func openItems() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id).id
    let seen = try bench.engine.openItems(of: [instance], as: Bench.root)
    #expect(seen.map(\.assignee) == ["ann", "bob"])
    #expect(throws: EngineError.self) {
      try bench.engine.openItems(of: [instance], as: Actor("ann"))
    }
  }
}
