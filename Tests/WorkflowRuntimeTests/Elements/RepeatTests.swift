// Repetition, and automated elements that run once or again (SPEC 4).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct RepeatTests {
  static let elements = """
      - repeat: second-look
        while: amount > 100
        at-most: 3
        elements:
          - { task: look, assign: { user: bob } }
          - { automated: count, run: count }
      - task: after
        assign: { user: ann }
    """

  @Test("A repeat runs its elements while its condition holds")
  func condition() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["bob"])
    #expect(machine.state?.elements["second-look/again/look"]?.pass == 2)
    machine.facts.fields["amount"] = .number(50)
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["ann"])
    #expect(machine.handled.count { $0 == .automatedExecution } == 2)
  }

  @Test("A repeat whose condition does not hold is passed")
  func passed() throws {
    var machine = try Machine(Self.elements)
    machine.facts.fields["amount"] = .number(50)
    try machine.begin()
    #expect(machine.asked == ["ann"])
  }

  @Test("A repeat runs at most N times, and says so")
  func most() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    for _ in 1...3 { try machine.answer(.complete, by: "bob") }
    #expect(machine.asked == ["ann"])
    #expect(machine.details(.limitReached) == ["it ran 3 times, the most"])
  }

  @Test("An approval of a former round is not asked again for what changed since")
  func formerRound() throws {
    var machine = try Machine(
      """
        - repeat: rounds
          while: amount > 100
          at-most: 3
          elements:
            - { task: look, assign: { user: bob } }
            - { approval: check, steps: [ { step: only, assign: { user: sue } } ] }
      """)
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(700)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["bob"])
  }

  @Test(
    "An automated element that completed is not run again by a restart unless again is true",
    arguments: [(false, 1), (true, 2)])
  func again(_ again: Bool, _ runs: Int) throws {
    var machine = try Machine(
      """
        - { task: first, assign: { user: ann } }
        - { automated: post, run: post, again: \(again) }
        - { task: check, assign: { user: bob }, restart: workflow }
      """)
    try machine.begin()
    try machine.answer(.complete, by: "ann")
    try machine.answer(.reject, by: "bob")
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["ann"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["bob"])
    #expect(machine.handled.count { $0 == .automatedExecution } == runs)
    #expect(machine.details(.automatedExecution).contains("ran before and stays done") == !again)
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
  }
}
