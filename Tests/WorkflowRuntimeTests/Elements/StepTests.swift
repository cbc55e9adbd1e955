// The steps of an approval: who is not asked again, and who approves finally (SPEC 5, 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct StepTests {
  @Test("skip-approved: a person who approved in the approval already is not asked again; logged")
  func skipApproved() throws {
    var machine = try Machine(
      """
        - approval: check
          skip-approved: true
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { users: [frank, sue] }, policy: all }
            - { step: three, assign: { user: frank } }
            - { step: four, assign: { user: ann } }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["sue"])
    #expect(machine.details(.personPassedOver) == ["frank: has approved already"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["ann"])
    let skipped = machine.history.first { $0.event == .stepSkipped }
    #expect(skipped?.step == "three" && skipped?.detail == "everybody has approved already")
  }

  @Test("skip-approved looks at who acted and for whom")
  func skipActedFor() throws {
    var machine = try Machine(
      """
        - approval: check
          skip-approved: true
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { users: [frank, sue] } }
            - { step: three, assign: { user: ann } }
      """)
    machine.facts.delegations = [.init(from: "frank", to: "sue")]
    try machine.begin()
    #expect(machine.asked == ["sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["ann"])
  }

  @Test("Without skip-approved a person is asked in every step")
  func again() throws {
    var machine = try Machine(
      """
        - approval: check
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { user: frank } }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["frank"])
  }

  @Test("The originator was among those who approved: the final approver must approve as well")
  func finalApprover() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: ann, otherwise: bob }
          steps:
            - { step: one, assign: { user: sam } }
            - { step: two, assign: { user: sue } }
      """)
    try machine.begin()
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["ann"])
    #expect(machine.document?.waitingFor == "check, final approval")
    #expect(machine.state?.elements["check"]?.rounds.last?.isFinal == true)
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("When the final approver is the originator, the other one approves")
  func otherwise() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: sam, otherwise: bob }
          steps: [ { step: one, assign: { user: sam } } ]
      """)
    try machine.begin()
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["bob"])
    try machine.answer(.reject, by: "bob")
    #expect(machine.asked == ["sam"] && machine.document?.status == .rejected)
  }

  @Test("Nobody for the final approval: the message fails with a sentence")
  func nobody() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: sam, otherwise: kim }
          steps: [ { step: one, assign: { user: sam } } ]
      """)
    try machine.begin()
    let error = #expect(throws: RuntimeError.self) { try machine.answer(.approve, by: "sam") }
    #expect(error?.code == .nobodyAssigned)
    #expect(error?.message.contains("approve finally") == true)
  }

  @Test("A final approver is not asked when the originator did not approve, or that one has")
  func notAsked() throws {
    var others = try Machine(
      """
        - approval: check
          final-approver: { user: ann, otherwise: bob }
          steps: [ { step: one, assign: { user: sue } } ]
      """)
    try others.begin()
    try others.answer(.approve, by: "sue")
    #expect(others.status == .completed)
    var both = try Machine(
      """
        - approval: check
          final-approver: { user: ann, otherwise: bob }
          steps: [ { step: one, assign: { users: [sam, ann] }, policy: all } ]
      """)
    try both.begin()
    try both.answer(.approve, by: "ann")
    try both.answer(.approve, by: "sam")
    #expect(both.status == .completed)
  }

  @Test(
    "The final approver looks at for whom somebody acted, and the originator stands in for none")
  func actedFor() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: ann, otherwise: bob }
          steps: [ { step: one, assign: { user: frank } } ]
      """)
    // Sam acts for frank, and would act for ann as well.
    machine.facts.delegations = [.init(from: "frank", to: "sam"), .init(from: "ann", to: "sam")]
    try machine.begin()
    #expect(machine.asked == ["sam"])
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["ann"])
  }
}
