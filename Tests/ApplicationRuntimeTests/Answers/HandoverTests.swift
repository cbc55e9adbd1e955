// Delegating and reassigning work items (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct HandoverTests {
  @Test("the item moves to the delegate, who acts for the delegator and keeps the due time")
  func delegating() throws {
    let bench = try Bench(
      """
          - approval: manager
            steps: [ { step: manager, assign: { user: frank }, limit: 2 days } ]
      """)
    let id = try bench.underWay()
    let due = try bench.openItems(of: id).first?.dueAt
    try bench.act(.delegate, id, by: "frank", addressee: "sue")
    let item = try #require(try bench.openItems(of: id).first)
    #expect(item.assignee == "sue" && item.onBehalfOf == "frank")
    #expect(due != nil && item.dueAt == due)
    #expect(bench.refusal(.approve, id, by: "frank") != nil)
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    let approved = bench.history(of: id).first { $0.event == .approved }
    #expect(approved?.actor == Actor("sue") && approved?.onBehalfOf == "frank")
  }

  @Test("the delegator's item is closed as delegated, and says by whom")
  func closed() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let item = try #require(try bench.openItems(of: id).first)
    try bench.act(.delegate, id, by: "frank", addressee: "sue")
    #expect(bench.store.tables.items[item.id]?.status == .delegated)
    #expect(throws: EngineError.self) {
      try bench.engine.perform(ActionRequest(.approve, .item(item.id)), by: Actor("frank"))
    }
  }

  @Test("delegating an offered task accepts it")
  func offered() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.delegate, id, by: "ann", addressee: "sue")
    #expect(try bench.asked(id) == ["sue"])
    #expect(try bench.openItems(of: id).first?.onBehalfOf == "ann")
    try bench.act(.complete, id, by: "sue")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("somebody who is asked for two people answers twice")
  func twice() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    try bench.act(.delegate, id, by: "ann", addressee: "bob")
    let refusal = bench.refusal(.approve, id, by: "bob")
    #expect(refusal?.details.count == 2)
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(ActionRequest(.approve, .item(item.id)), by: Actor("bob"))
      try bench.run()
    }
    #expect(try bench.status(id) == .approved)
    let people = bench.history(of: id).filter { $0.event == .approved }.map(\.onBehalfOf)
    #expect(Set(people) == ["ann", "bob"])
  }

  @Test("a barred submitter gets nothing by delegating or reassigning")
  func barred() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, head: "submitter-may-approve: false")
    let id = try bench.underWay()
    #expect(
      bench.refusal(.delegate, id, by: "frank", addressee: "sam")?.message
        .contains("may not decide") == true)
    #expect(bench.refusal(.reassign, id, by: "root", addressee: "sam")?.code == .notAllowed)
    #expect(bench.refusal(.delegate, id, by: "frank", addressee: "kim")?.code == .notAllowed)
    let unknown = bench.refusal(.delegate, id, by: "frank", addressee: "suee")
    #expect(unknown?.code == .notFound && unknown?.message.contains("sue") == true)
  }

  @Test("the originator gets the final approval of their own document from nobody")
  func finalApproval() throws {
    let bench = try Bench(
      """
          - approval: manager
            final-approver: { user: sue }
            steps: [ { step: manager, assign: { users: [sam, frank] }, policy: all } ]
      """)
    let id = try bench.underWay()
    // The round before it is open to the originator.
    try bench.act(.delegate, id, by: "frank", addressee: "sam")
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(ActionRequest(.approve, .item(item.id)), by: Actor("sam"))
    }
    try bench.run()
    #expect(try bench.asked(id) == ["sue"])
    let attempts: [(action: Action, person: PersonID)] = [(.delegate, "sue"), (.reassign, "root")]
    for (action, person) in attempts {
      let refusal = bench.refusal(action, id, by: person, addressee: "sam")
      #expect(refusal?.code == .notAllowed)
      #expect(refusal?.message.contains("has to be somebody else's") == true)
    }
    try bench.act(.delegate, id, by: "sue", addressee: "ann")
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("allow narrows delegating too")
  func narrowed() throws {
    let bench = try Bench(
      """
          - task: receipts
            assign: { user: ann }
            allow: [complete, reject]
      """)
    let id = try bench.underWay()
    #expect(
      bench.refusal(.delegate, id, by: "ann", addressee: "sue")?.message
        .contains("takes complete, reject") == true)
  }

  @Test("an administrator reassigns an item; it still counts for the person who was asked")
  func reassigning() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    let item = try #require(try bench.openItems(of: id).first { $0.assignee == "ann" })
    try bench.engine.perform(
      ActionRequest(.reassign, .item(item.id), addressee: "sue"), by: Bench.root)
    #expect(bench.refusal(.reassign, id, by: "frank", addressee: "sue")?.code == .notAllowed)
    #expect(Set(try bench.asked(id)) == ["bob", "sue"])
    try bench.act(.approve, id, by: "sue")
    try bench.act(.approve, id, by: "bob")
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("a reassigned return lets its new person change and resubmit the document")
  func returned() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    try bench.act(.reassign, id, by: "root", addressee: "sue")
    #expect(bench.refusal(.resubmit, id, by: "sam") != nil)
    try bench.act(.resubmit, id, by: "sue")
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
    let (outcome) = try bench.engine.verifies()
    #expect(outcome)
  }
}

extension Engine {
  /// Whether folding the history gives the saved states.
  fileprivate func verifies() throws -> Bool {
    try reading { reading in
      try reading.instances(InstanceQuery(limit: 100)).allSatisfy { instance in
        var state: InstanceState?
        for entry in try reading.history(HistoryQuery(.instance(instance.id), limit: 5_000)) {
          guard let change = entry.entry.change else { continue }
          state = try state.map { try $0.applying(change) } ?? InstanceState(stored: change)
        }
        return try state == instance.state.map { try InstanceState(stored: JSON(parsing: $0)) }
      }
    }
  }
}
