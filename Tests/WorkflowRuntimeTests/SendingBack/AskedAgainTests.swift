// Approvals that are asked again when the document changed (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct AskedAgainTests {
  static let elements = """
      - approval: manager
        steps: [ { step: only, assign: { user: frank } } ]
      - approval: director
        steps: [ { step: only, assign: { user: ann } } ]
      - task: booking
        assign: { user: bob }
      - task: after
        assign: { user: root }
    """

  private func sentBack(head: String = "priority: 0") throws -> Machine {
    var machine = try Machine(Self.elements, head: head)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    machine.now = machine.now.advanced(by: .seconds(60))
    try machine.answer(.approve, by: "ann")
    try machine.answer(.requestChange, by: "bob")
    return machine
  }

  @Test("If what matters changed, approvals are asked again in their order, then who sent it back")
  func again() throws {
    var machine = try sentBack()
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam", changes: "amount 500 → 900")
    #expect(machine.asked == ["frank"] && machine.open.first?.changes == "amount 500 → 900")
    #expect(machine.state?.toRunFirst == [.path("manager"), .path("director")])
    #expect(machine.state?.toRestart == [.path("booking")])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"] && machine.open.first?.changes == "amount 500 → 900")
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["bob"] && machine.open.first?.changes == "amount 500 → 900")
    #expect(machine.state?.toRunFirst == [] && machine.state?.toRestart == [])
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["root"])
    #expect(machine.open.first?.changes == nil && machine.state?.changes == nil)
    #expect(
      machine.details(.askedAgain) == [
        "changed since: amount 500 → 900", "changed since: amount 500 → 900",
      ])
  }

  @Test("If nothing that matters changed, earlier approvals are not repeated")
  func unchanged() throws {
    var machine = try sentBack()
    machine.facts.fields["note"] = "a note does not matter"
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["bob"])
  }

  @Test("keep-approvals: true turns that off")
  func kept() throws {
    var machine = try sentBack(head: "keep-approvals: true")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["bob"])
  }

  @Test("An approval that is asked again can send back itself, and keeps its place")
  func sentBackAgain() throws {
    var machine = try sentBack()
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam", changes: "amount 500 → 900")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "ann")
    #expect(machine.asked == ["sam"])
    machine.facts.fields["amount"] = .number(950)
    try machine.resubmit(by: "sam", changes: "amount 900 → 950")
    #expect(machine.asked == ["frank"])
    #expect(machine.open.first?.changes == "amount 500 → 900; amount 900 → 950")
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["bob"])
    try machine.answer(.complete, by: "bob")
    try machine.answer(.complete, by: "root")
    #expect(machine.status == .completed)
  }

  @Test("An approval that is asked again can be denied: the rest goes on, and it ends as rejected")
  func deniedAgain() throws {
    var machine = try sentBack()
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    try machine.answer(.deny, by: "frank")
    try machine.answer(.approve, by: "ann")
    try machine.answer(.complete, by: "bob")
    try machine.answer(.complete, by: "root")
    #expect(machine.document?.status == .rejected)
  }

  @Test("Elements that took the automatic action are not asked again")
  func automatic() throws {
    var machine = try Machine(
      """
        - approval: small
          automatic: { when: amount < 1000, do: approve }
          steps: [ { step: only, assign: { user: frank } } ]
        - task: booking
          assign: { user: bob }
      """)
    try machine.begin()
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(5_000)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["bob"])
  }

  @Test("An approval under way in another branch, with approvals of another content, starts anew")
  func underWay() throws {
    var machine = try Machine(
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { approval: two, steps: [ { step: only, assign: { users: [frank, sue] }, policy: all } ] } ] }
            - { branch: b, elements: [ { task: booking, assign: { user: bob } } ] }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam", changes: "amount 500 → 900")
    #expect(Set(machine.asked) == ["frank", "sue", "bob"])
    #expect(machine.open.allSatisfy { $0.changes == "amount 500 → 900" })
    #expect(machine.items.first { $0.assignee == "sue" }?.status == .canceled)
    for person in ["frank", "sue"] as [PersonID] { try machine.answer(.approve, by: person) }
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
  }

  @Test("All steps of an approval are asked again, even if it was restarted at a later one")
  func afterRestartAtStep() throws {
    var machine = try Machine(
      """
        - approval: check
          restart: step
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { user: sue } }
        - task: booking
          assign: { user: bob }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "sue")
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["frank"])
  }

  @Test("A step whose end is being told when its approval starts anew ends nothing any more")
  func endInFlight() throws {
    var machine = try Machine(
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { approval: two, steps: [ { step: only, assign: { user: frank } } ] } ] }
            - { branch: b, elements: [ { task: booking, assign: { user: bob } } ] }
      """)
    try machine.begin()
    machine.held = [.stepCompleted]
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    machine.held = []
    try machine.run()
    #expect(Set(machine.asked) == ["frank", "bob"])
    #expect(machine.details(.acknowledged).contains { $0.contains("not waiting for it any more") })
    try machine.answer(.approve, by: "frank")
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
  }

  private static let restartedAtStep = """
      - approval: first
        steps: [ { step: only, assign: { user: root } } ]
      - parallel: both
        branches:
          - branch: a
            elements:
              - approval: check
                restart: step
                steps:
                  - { step: one, assign: { user: frank } }
                  - { step: two, assign: { user: sue } }
          - { branch: b, elements: [ { task: booking, assign: { user: bob } } ] }
          - { branch: c, elements: [ { task: paying, assign: { user: ann } } ] }
    """

  /// All three branches sent the document back, the approval at its second step.
  private func threeSentBack() throws -> Machine {
    var machine = try Machine(Self.restartedAtStep)
    try machine.begin()
    try machine.answer(.approve, by: "root")
    try machine.answer(.approve, by: "frank")
    for person in ["sue", "bob", "ann"] as [PersonID] {
      try machine.give(.reject, to: machine.item(of: person), by: person)
    }
    try machine.run()
    return machine
  }

  private func resubmit(
    _ element: String, amount: Int, _ machine: inout Machine
  ) throws {
    machine.facts.fields["amount"] = .number(.init(amount))
    try machine.give(.resubmit, to: machine.item(of: "sam", in: element), by: "sam")
    try machine.run()
  }

  @Test(
    "Steps that were kept are asked again when their approval starts while the document changes")
  func startingWithKeptSteps() throws {
    var machine = try threeSentBack()
    machine.held = [.elementStarted]
    try resubmit("both/a/check", amount: 500, &machine)
    #expect(machine.state?.elements["both/a/check"]?.firstStep == "two")
    try resubmit("both/b/booking", amount: 900, &machine)
    try resubmit("both/c/paying", amount: 900, &machine)
    machine.held = []
    try machine.run()
    #expect(Set(machine.asked) == ["root", "frank"])
    try machine.answer(.approve, by: "root")
    try machine.answer(.approve, by: "frank")
    #expect(Set(machine.asked) == ["sue", "bob", "ann"])
  }

  @Test("Steps that were kept are asked again when the document changes before their turn comes")
  func waitingWithKeptSteps() throws {
    var machine = try threeSentBack()
    try resubmit("both/c/paying", amount: 900, &machine)
    #expect(machine.asked.contains("root"))
    try resubmit("both/a/check", amount: 500, &machine)
    #expect(machine.state?.elements["both/a/check"]?.firstStep == "two")
    try resubmit("both/b/booking", amount: 950, &machine)
    #expect(machine.state?.elements["both/a/check"]?.firstStep == "one")
    #expect(machine.asked == ["root"])
    try machine.answer(.approve, by: "root")
    #expect(Set(machine.asked) == ["frank", "bob", "ann"])
  }

  @Test("An approval in a branch that has ended is asked again, and the branch stays done")
  func endedBranch() throws {
    var machine = try Machine(
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { approval: two, steps: [ { step: only, assign: { user: frank } } ] } ] }
            - { branch: b, elements: [ { task: booking, assign: { user: bob } } ] }
        - task: after
          assign: { user: ann }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["bob"])
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["ann"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("What changed before an administrator passed who sent it back is asked again as well")
  func passedAfterChange() throws {
    var machine = try sentBack()
    machine.facts.fields["amount"] = .number(900)
    machine.facts.revision = 2
    try machine.handle(
      .resume,
      Payload(
        element: .path("booking"), actor: Actor("root"), comment: "away", skip: .completed))
    #expect(machine.asked == ["frank"])
    #expect(machine.open.first?.changes == "the document changed")
    #expect(machine.document?.editableBy == nil)
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["root"])
    try machine.answer(.complete, by: "root")
    #expect(machine.status == .completed)
  }

  @Test("What changed before a join canceled the branch that sent it back is asked again as well")
  func canceledAfterChange() throws {
    var machine = try Machine(
      """
        - approval: manager
          steps: [ { step: only, assign: { user: frank } } ]
        - parallel: both
          join: 1
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: ann } } ] }
            - { branch: b, elements: [ { task: two, assign: { user: bob } } ] }
        - task: after
          assign: { user: root }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    let ann = try machine.item(of: "ann")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    machine.facts.revision = 2
    // Given before the return, within its window.
    try machine.give(.complete, to: ann, by: "ann")
    try machine.run()
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["root"])
  }

  @Test("A change of what does not matter, with no resubmission, asks nobody again")
  func passedAfterSmallChange() throws {
    var machine = try sentBack()
    machine.facts.fields["note"] = "a note does not matter"
    machine.facts.revision = 2
    try machine.handle(
      .resume,
      Payload(
        element: .path("booking"), actor: Actor("root"), comment: "away", skip: .completed))
    #expect(machine.asked == ["root"])
    #expect(machine.state?.changes == nil)
  }

  @Test("The end waits for an approval that is asked again when the rest was canceled meanwhile")
  func endWaits() throws {
    var machine = try Machine(
      """
        - approval: manager
          steps: [ { step: only, assign: { user: frank } } ]
        - parallel: both
          join: 1
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: ann } } ] }
            - { branch: b, elements: [ { task: two, assign: { user: bob } } ] }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(Set(machine.asked) == ["frank", "ann"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["frank"] && machine.status == .pending)
    try machine.answer(.approve, by: "frank")
    #expect(machine.status == .completed)
  }
}
