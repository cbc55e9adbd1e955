// What a resubmission runs again (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct RestartTests {
  static func elements(restart: String, skip: Bool = false) -> String {
    """
      - task: before
        assign: { user: bob }
      - approval: check
        restart: \(restart)
        skip-approved: \(skip)
        steps:
          - { step: one, assign: { user: frank } }
          - { step: two, assign: { user: sue } }
          - { step: three, assign: { users: [frank, ann] } }
    """
  }

  private func sentBack(_ restart: String, skip: Bool = false) throws -> Machine {
    var machine = try Machine(Self.elements(restart: restart, skip: skip))
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "sue")
    #expect(machine.asked == ["sam"])
    return machine
  }

  @Test(
    "Resubmitting restarts the element, the step or the workflow",
    arguments: [("element", "frank"), ("step", "sue"), ("workflow", "bob")])
  func restart(_ restart: String, _ person: PersonID) throws {
    var machine = try sentBack(restart)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == [person])
  }

  @Test("restart: step keeps the steps before: skip-approved sees who approved in them")
  func step() throws {
    var machine = try sentBack("step", skip: true)
    try machine.resubmit(by: "sam")
    #expect(machine.state?.elements["check"]?.pass == 2)
    #expect(machine.state?.elements["check"]?.rounds.map(\.step) == ["one", "two"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("restart: step begins at an earlier step when that was approved with another content")
  func earlierStep() throws {
    var machine = try sentBack("step")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam", changes: "amount 500 → 900")
    #expect(machine.asked == ["frank"])
    #expect(machine.open.first?.changes == "amount 500 → 900")
  }

  @Test("restart: workflow cancels all branches and begins at the first element")
  func workflow() throws {
    var machine = try Machine(
      """
        - task: first
          assign: { user: root }
        - parallel: checks
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: bob }, restart: workflow } ] }
            - { branch: b, elements: [ { approval: two, steps: [ { step: only, assign: { user: sue } } ] }, { task: three, assign: { user: ann } } ] }
      """)
    try machine.begin()
    try machine.answer(.complete, by: "root")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["root"])
    #expect(machine.items.first { $0.assignee == "ann" }?.status == .canceled)
    #expect(machine.details(.restarted) == ["the whole workflow"])
    try machine.answer(.complete, by: "root")
    #expect(machine.asked == ["bob", "sue"])
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("What was denied before the whole workflow began anew does not count any more")
  func deniedBefore() throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: one, assign: { user: frank } } ]
        - task: after
          assign: { user: bob }
          restart: workflow
      """)
    try machine.begin()
    try machine.answer(.deny, by: "frank")
    try machine.answer(.reject, by: "bob")
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.complete, by: "bob")
    #expect(machine.document?.status == .approved && machine.endedAs == .completed)
  }
}
