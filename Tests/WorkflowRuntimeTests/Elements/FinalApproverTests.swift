// The originator is barred from the final approval of their own document, in every way (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct FinalApproverTests {
  @Test("The history says why the final approver is asked, and who was passed over for it")
  func why() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: kim, otherwise: bob }
          steps: [ { step: one, assign: { user: sam } } ]
      """)
    try machine.begin()
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["bob"])
    #expect(
      machine.details(.assigned).last
        == "final approver: the originator sam was among those who approved")
    #expect(machine.details(.personPassedOver) == ["kim: disabled"])
  }

  @Test("A final approval does not go to the originator by a standing delegation")
  func delegation() throws {
    var machine = try Machine(
      """
        - approval: check
          final-approver: { user: ann, otherwise: bob }
          steps: [ { step: one, assign: { user: sam } } ]
      """)
    machine.facts.delegations = [.init(from: "ann", to: "sam")]
    try machine.begin()
    try machine.answer(.approve, by: "sam")
    #expect(machine.asked == ["ann"])
    #expect(machine.events.contains(.personPassedOver))
    #expect(machine.state?.asksFinalApprover(at: ElementPath(["check"]), step: nil) == true)
  }
}
