// Who acts for whom when items are made (SPEC 7).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct DelegationTests {
  @Test("The item goes to the delegate, who acts for the one who is asked; n stays; logged")
  func delegated() throws {
    var machine = try Machine.approval("frank, sue", policy: "all")
    machine.facts.delegations = [.init(from: "frank", to: "ann"), .init(from: "ann", to: "bob")]
    try machine.begin()
    #expect(machine.asked == ["bob", "sue"])
    #expect(machine.open.first?.onBehalfOf == "frank")
    #expect(machine.details(.delegated) == ["frank → ann → bob"])
    #expect(machine.state?.elements["check"]?.rounds.last?.people == ["frank", "sue"])
    try machine.answer(.approve, by: "bob")
    let answer = machine.state?.elements["check"]?.rounds.last?.answers.first
    #expect(answer?.actor.person == "bob" && answer?.onBehalfOf == "frank")
    try machine.answer(.approve, by: "sue")
    #expect(machine.status == .completed)
  }

  @Test("Somebody who is asked for two people answers twice")
  func twice() throws {
    var machine = try Machine.approval("frank, sue", policy: "all")
    machine.facts.delegations = [.init(from: "frank", to: "sue")]
    try machine.begin()
    #expect(machine.asked == ["sue", "sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.status == .pending)
    try machine.answer(.approve, by: "sue")
    #expect(machine.status == .completed)
  }

  @Test("A barred delegate is passed over, logged")
  func barred() throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: only, assign: { user: frank } } ]
      """, head: "submitter-may-approve: false")
    machine.facts.delegations = [.init(from: "frank", to: "sam")]
    try machine.begin()
    #expect(machine.asked == ["frank"])
    #expect(
      machine.details(.personPassedOver) == [
        "sam: the originator may not approve, cannot stand in for frank"
      ])
  }

  @Test("Cycles end at the last person before the repeat; a disabled delegate is passed over")
  func cycles() throws {
    var cycle = try Machine.approval("frank")
    cycle.facts.delegations = [
      .init(from: "frank", to: "ann"), .init(from: "ann", to: "bob"),
      .init(from: "bob", to: "frank"),
    ]
    try cycle.begin()
    #expect(cycle.asked == ["bob"])
    var disabled = try Machine.approval("frank")
    disabled.facts.delegations = [.init(from: "frank", to: "kim")]
    try disabled.begin()
    #expect(disabled.asked == ["frank"])
  }

  @Test("An offered item lies with the delegates; whoever takes it acts for the one they stand for")
  func offered() throws {
    var machine = try Machine.task("{ users: [frank, sue] }")
    machine.facts.delegations = [.init(from: "frank", to: "ann")]
    try machine.begin()
    #expect(machine.open.first?.candidates == ["ann", "sue"])
    #expect(machine.open.first?.standIns == ["ann": "frank"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.history.last { $0.event == .completed }?.onBehalfOf == "frank")
  }

  @Test("A delegate who is asked as well takes the item for themselves")
  func alsoAsked() throws {
    var machine = try Machine.task("{ users: [frank, sue] }")
    machine.facts.delegations = [.init(from: "frank", to: "sue")]
    try machine.begin()
    #expect(machine.asked == ["sue"])
    #expect(machine.open.first?.onBehalfOf == nil)
  }

  @Test("The text is in the language of the one who gets the item")
  func language() throws {
    var machine = try Machine(
      """
        - approval: check
          subject: { en: Look, da: Se }
          steps: [ { step: only, assign: { users: [frank, sue] }, policy: all } ]
      """)
    machine.facts.delegations = [.init(from: "frank", to: "ann")]
    try machine.begin()
    #expect(machine.open.map(\.subject) == ["Se", "Look"])
  }
}
