// Three approvers under each of the policies, answers and votes (SPEC 6; Dynamics's table).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct PolicyTests {
  /// How a step of frank, sue and ann ends after these answers: approved, rejected, or open.
  enum End { case approved, rejected, open }

  private func end(_ machine: Machine) -> End {
    if machine.status == .completed { return .approved }
    return machine.document?.status == .rejected ? .rejected : .open
  }

  private func run(_ policy: String, _ answers: [Answer.Outcome]) throws -> Machine {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: only, assign: { users: [frank, sue, ann] }, \(policy) } ]
      """)
    try machine.begin()
    for (answer, person) in zip(answers, ["frank", "sue", "ann"] as [PersonID]) {
      try machine.answer(answer, by: person)
    }
    return machine
  }

  @Test(
    "Three approvers, two answers: a step is decided as its policy says",
    arguments: [
      ("single", [.approve], .approved), ("single", [.reject], .rejected),
      ("majority", [.approve], .open), ("majority", [.approve, .approve], .approved),
      ("majority", [.approve, .reject], .rejected), ("majority", [.reject], .rejected),
      ("50%", [.approve], .open), ("50%", [.approve, .approve], .approved),
      ("50%", [.approve, .reject], .rejected),
      ("all", [.approve, .approve], .open), ("all", [.approve, .reject], .rejected),
      ("all", [.approve, .approve, .approve], .approved),
      ("all", [.approve, .approve, .reject], .rejected),
      ("100%", [.approve, .approve, .approve], .approved),
    ] as [(String, [Answer.Outcome], End)])
  func answers(_ policy: String, _ answers: [Answer.Outcome], _ expected: End) throws {
    let machine = try run("policy: \(policy)", answers)
    #expect(end(machine) == expected)
    if expected == .open {
      #expect(machine.document?.waitingFor == "only step, \(answers.count) of 3")
    }
  }

  @Test(
    "A vote is rejected only when the needed number can no longer be reached",
    arguments: [
      ("majority", [.reject], .open), ("majority", [.approve, .reject], .open),
      ("majority", [.approve, .reject, .approve], .approved),
      ("majority", [.approve, .reject, .reject], .rejected),
      ("majority", [.reject, .reject], .rejected), ("30%", [.reject, .reject], .open),
      ("30%", [.reject, .reject, .approve], .approved),
      ("30%", [.reject, .reject, .reject], .rejected),
      ("100%", [.reject], .rejected),
    ] as [(String, [Answer.Outcome], End)])
  func votes(_ policy: String, _ answers: [Answer.Outcome], _ expected: End) throws {
    #expect(end(try run("policy: \(policy), tally: votes", answers)) == expected)
  }

  @Test("A vote that is lost brings all comments to the originator, with the names")
  func comments() throws {
    let machine = try run("policy: majority, tally: votes", [.reject, .reject])
    #expect(machine.asked == ["sam"])
    #expect(machine.open.first?.instructions == "Frank: words\nSue: words")
    #expect(machine.items.first { $0.assignee == "ann" }?.status == .notNeeded)
  }

  @Test(
    "Request change and deny decide the step at once under every policy",
    arguments: [
      "policy: single", "policy: majority", "policy: 50%", "policy: all",
      "policy: majority, tally: votes",
    ])
  func atOnce(_ policy: String) throws {
    var change = try run(policy, [])
    try change.answer(.requestChange, by: "sue", addressee: "bob")
    #expect(change.asked == ["bob"] && change.document?.status == .changeRequested)
    var deny = try run(policy, [])
    try deny.answer(.deny, by: "sue")
    #expect(deny.status == .completed && deny.document?.status == .rejected)
  }

  @Test("A rejection after the step was approved comes too late and is recorded")
  func lateReject() throws {
    for policy in ["single", "majority", "50%"] {
      var machine = try Machine.approval("frank, sue, ann", policy: policy)
      try machine.begin()
      let late = try machine.item(of: "ann")
      try machine.give(.approve, to: try machine.item(of: "frank"), by: "frank")
      try machine.give(.approve, to: try machine.item(of: "sue"), by: "sue")
      try machine.give(.reject, to: late, by: "ann")
      try machine.run()
      #expect(machine.status == .completed && machine.document?.status == .approved)
      #expect(machine.history.last { $0.event == .answerDiscarded }?.actor?.person == "ann")
    }
  }

  @Test("When a step is decided, the remaining items are closed as not needed")
  func notNeeded() throws {
    let machine = try run("policy: single", [.approve])
    #expect(machine.items.map(\.status) == [.answered, .notNeeded, .notNeeded])
  }
}
