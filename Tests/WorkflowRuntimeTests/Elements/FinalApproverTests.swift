// The originator is barred from the final approval of their own document, in every way (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct FinalApproverTests {
  private static let place = ElementPath(["check"])

  /// A task of this assignment, which Ann approves finally when Sam, who wrote the document, has
  /// completed it. Made in code: files name a final approver for a whole approval only.
  private func machine(_ assignment: Assignment, escalatedTo entry: Assignment) throws -> Machine {
    let day = TimeLimit(.span(try #require(TimeSpan(words: "1 day"))))
    let task = TaskElement(
      assignment: assignment,
      deadline: Deadline(
        limit: day, escalation: [EscalationEntry(assignment: entry)], finally: .answer(.complete)),
      finalApprover: FinalApprover(user: "ann", otherwise: "bob"))
    return Machine(
      definition: WorkflowDefinition(
        id: "test", title: "Test", type: "note",
        elements: [Element(name: "check", path: Self.place, definition: task)]))
  }

  private let sam = Assignment(provider: UserProvider(user: "sam"))

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

  @Test("The originator gets no escalated final approval: another one of its entry does")
  func escalation() throws {
    let entry = Assignment(
      provider: UserProvider(user: "sam"), fallback: UserProvider(user: "sue"))
    var machine = try machine(sam, escalatedTo: entry)
    try machine.begin()
    try machine.answer(.complete, by: "sam")
    #expect(machine.asked == ["ann"])
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["sue"])
    #expect(machine.details(.personPassedOver) == ["sam: the originator may not approve"])
  }

  @Test("An escalated final approval does not go to the originator by a standing delegation")
  func delegation() throws {
    var machine = try machine(
      sam, escalatedTo: Assignment(provider: UserProvider(user: "sue")))
    machine.facts.delegations = [.init(from: "sue", to: "sam")]
    try machine.begin()
    try machine.answer(.complete, by: "sam")
    try machine.advance(by: .days(1))
    #expect(machine.asked == ["sue"])
    #expect(machine.events.contains(.personPassedOver))
  }

  @Test("The fallback of a final approval passes the originator over")
  func fallback() throws {
    let assignment = Assignment(
      provider: UserProvider(user: "sam"), fallback: UsersProvider(users: ["sam", "sue"]))
    var machine = try machine(assignment, escalatedTo: sam)
    try machine.begin()
    func fallback() throws -> [PersonID] {
      try WorkflowRuntime().fallback(
        of: Self.place, step: nil, in: try #require(machine.state), by: machine.definition,
        lookup: machine.facts, at: machine.now
      ).people
    }
    #expect(try fallback() == ["sam", "sue"], "before, the originator may complete it")
    try machine.answer(.complete, by: "sam")
    #expect(try fallback() == ["sue"])
    #expect(machine.state?.asksFinalApprover(at: Self.place, step: nil) == true)
  }
}
