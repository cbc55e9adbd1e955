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

  private func sentBackFinally() throws -> Machine {
    var machine = try Machine(
      """
        - approval: check
          restart: step
          limit: 2 days
          final-approver: { user: ann }
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { user: sam } }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.approve, by: "sam")
    machine.now = machine.now.advanced(by: .seconds(60))
    try machine.answer(.reject, by: "ann")
    return machine
  }

  @Test("restart: step after the final approver sent back asks the final approver alone")
  func finalApprover() throws {
    var machine = try sentBackFinally()
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["ann"])
    #expect(machine.details(.restarted) == ["the final approval"])
    #expect(machine.state?.elements["check"]?.rounds.map(\.step) == ["one", "two", nil])
    // The limit of the whole is set anew.
    #expect(machine.timers.map(\.dueAt) == [machine.now.advanced(by: .seconds(2 * 86_400))])
    try machine.answer(.requestChange, by: "ann")
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("The final approver is asked again behind the steps that approved something else")
  func finalApproverAfterChange() throws {
    var machine = try sentBackFinally()
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("A restart at a step that the automatic action sends back begins at that step again")
  func automaticBetween() throws {
    var machine = try Machine(
      """
        - approval: check
          restart: step
          automatic: { when: country == "SE", do: reject }
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { user: sue } }
            - { step: three, assign: { user: ann } }
      """, head: "keep-approvals: true")
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.reject, by: "ann")
    machine.facts.fields["country"] = "SE"
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["sam"])
    machine.facts.fields["country"] = "DK"
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["ann"])
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
