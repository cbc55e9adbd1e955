// The examples of the documentation of Dynamics that are flow alone.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct DynamicsTests {
  static let expenses = """
      - task: receipts
        assign: { group: pair }
      - approval: approvals
        steps:
          - { step: manager, assign: { user: frank } }
          - { step: director, when: amount > 5000, assign: { user: ann } }
          - { step: chief, when: amount > 10000, assign: { user: root } }
    """

  @Test(
    "7,000: the receipts task and two approvers; 11,000: a third approver",
    arguments: [
      (3_000, ["frank"]), (7_000, ["frank", "ann"]), (11_000, ["frank", "ann", "root"]),
    ] as [(Int, [PersonID])])
  func amounts(_ amount: Int, _ approvers: [PersonID]) throws {
    var machine = try Machine(Self.expenses)
    machine.facts.fields["amount"] = .number(.init(amount))
    try machine.begin()
    #expect(machine.asked == ["sue", "bob"])
    try machine.answer(.complete, by: "bob")
    for approver in approvers {
      #expect(machine.asked == [approver])
      try machine.answer(.approve, by: approver)
    }
    #expect(machine.status == .completed && machine.document?.status == .approved)
  }

  @Test("A manual decision with one branch that does a task first")
  func manualDecision() throws {
    let elements = """
        - choice: audit
          subject: Is a call needed?
          assign: { user: sue }
          outcomes:
            call: { title: Call first, elements: [ { task: call-manager, assign: { user: bob } } ] }
            skip: { title: No call needed }
        - approval: approve
          steps: [ { step: only, assign: { user: ann } } ]
      """
    for (choice, first) in [("call", "bob"), ("skip", "ann")] as [(String, PersonID)] {
      var machine = try Machine(elements)
      try machine.begin()
      #expect(machine.open.first?.subject == "Is a call needed?")
      try machine.answer(.complete, by: "sue", choice: choice)
      #expect(machine.asked == [first])
      if first == "bob" { try machine.answer(.complete, by: "bob") }
      try machine.answer(.approve, by: "ann")
      #expect(machine.status == .completed)
    }
  }

  private static let lines: Value = .list(
    [("p-1", 300), ("p-2", 200)].map {
      .record(["project": .text($0.0), "amount": .number(.init($0.1))])
    })

  @Test("Several owners of a dimension in one step: all are asked at the same time")
  func ownersTogether() throws {
    var machine = try Machine(
      """
        - approval: owners
          steps: [ { step: projects, assign: { field: lines.project.owner }, policy: all } ]
      """)
    machine.facts.fields["lines"] = Self.lines
    try machine.begin()
    #expect(machine.asked == ["bob", "ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .pending)
    try machine.answer(.approve, by: "bob")
    #expect(machine.status == .completed)
  }

  @Test("Several owners of a dimension in two steps: one after the other")
  func ownersInTurn() throws {
    var machine = try Machine(
      """
        - approval: owners
          steps:
            - { step: first, assign: { field: project.owner } }
            - { step: second, assign: { field: lines.project.owner }, policy: all }
      """)
    machine.facts.fields["project"] = "p-2"
    machine.facts.fields["lines"] = Self.lines
    try machine.begin()
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["bob", "ann"])
  }

  @Test("A change requested at the second step asks the first approver again on resubmission")
  func changeAtSecondStep() throws {
    var machine = try Machine(Self.expenses)
    machine.facts.fields["amount"] = .number(7_000)
    try machine.begin()
    try machine.answer(.complete, by: "sue")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.requestChange, by: "ann")
    #expect(machine.asked == ["sam"] && machine.document?.status == .changeRequested)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"])
  }
}
