// Several elements that sent the document back, and those who wait meanwhile (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct SeveralTests {
  static let elements = """
      - parallel: checks
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: bob } } ] }
          - { branch: b, elements: [ { approval: two, steps: [ { step: only, assign: { user: sue } } ] } ] }
          - { branch: c, elements: [ { task: three, assign: { user: ann }, limit: 2 days } ] }
    """

  @Test("A document that two branches sent back is open to the latest one's receiver")
  func latest() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let sue = try machine.item(of: "sue")
    try machine.answer(.reject, by: "bob")
    #expect(machine.document?.editableBy == "sam" && machine.document?.status == .rejected)
    machine.now = machine.now.advanced(by: .seconds(60))
    try machine.give(.requestChange, to: sue, by: "sue", addressee: "root")
    try machine.run()
    #expect(machine.document?.editableBy == "root")
    #expect(machine.document?.status == .changeRequested)
    #expect(machine.document?.waitingFor == "a change by Root")
    try machine.resubmit(by: "root")
    #expect(machine.document?.editableBy == "sam" && machine.document?.status == .rejected)
    try machine.resubmit(by: "sam")
    #expect(machine.document?.status == .inReview && machine.document?.editableBy == nil)
    #expect(Set(machine.asked) == ["bob", "sue", "ann"])
  }

  @Test("One resubmission answers all that is asked of a person")
  func together() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let sue = try machine.item(of: "sue")
    try machine.answer(.reject, by: "bob")
    try machine.give(.reject, to: sue, by: "sue")
    try machine.run()
    #expect(machine.asked.filter { $0 == "sam" }.count == 2)
    try machine.resubmit(by: "sam", changes: "amount")
    #expect(Set(machine.asked) == ["bob", "sue", "ann"])
    #expect(machine.open.first { $0.assignee == "bob" }?.changes == "amount")
  }

  @Test("A document is locked after the last of several resubmissions, whatever runs next")
  func locked() throws {
    var machine = try Machine(
      """
        - parallel: checks
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: bob } } ] }
            - { branch: b, elements: [ { task: two, assign: { user: ann } } ] }
      """)
    try machine.begin()
    let bob = try machine.item(of: "bob")
    let ann = try machine.item(of: "ann")
    try machine.give(.reject, to: bob, by: "bob")
    try machine.give(.reject, to: ann, by: "ann")
    try machine.run()
    machine.held = [.elementStarted]
    try machine.resubmit(by: "sam")
    #expect(machine.document?.status == .submitted && machine.document?.editableBy == nil)
  }

  @Test("Both wait for an approval that is asked again, then both start")
  func bothWait() throws {
    var machine = try Machine(
      "  - approval: first\n    steps: [ { step: only, assign: { user: frank } } ]\n"
        + Self.elements)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    let sue = try machine.item(of: "sue")
    try machine.answer(.reject, by: "bob")
    try machine.give(.reject, to: sue, by: "sue")
    try machine.run()
    machine.facts.fields["amount"] = .number(900)
    try machine.resubmit(by: "sam")
    #expect(Set(machine.asked) == ["frank", "ann"])
    try machine.answer(.approve, by: "frank")
    #expect(Set(machine.asked) == ["bob", "sue", "ann"])
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "sue")
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("Items of sibling branches are on hold: recorded once, with the reason")
  func onHold() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let sue = try machine.item(of: "sue")
    try machine.answer(.reject, by: "bob")
    #expect(
      machine.details(.onHold) == [
        "Sam is asked to change it: checks/b/two, checks/c/three"
      ])
    try machine.give(.reject, to: sue, by: "sue")
    try machine.run()
    #expect(machine.details(.onHold).count == 1)
  }

  @Test("Time as returned does not count: the limits of siblings move by it")
  func postponed() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let due = try #require(machine.item(of: "ann").dueAt)
    try machine.advance(by: .seconds(3_600))
    try machine.answer(.reject, by: "bob")
    try machine.advance(by: .seconds(7_200))
    try machine.resubmit(by: "sam")
    let later = due.advanced(by: .seconds(7_200))
    #expect(try machine.item(of: "ann").dueAt == later)
    #expect(machine.state?.elements["checks/c/three"]?.rounds.last?.dueAt == later)
    #expect(machine.timers.filter { $0.timer.kind == .due }.map(\.dueAt) == [later])
  }

  @Test("Two returns that overlap hold the siblings for the time that either took")
  func overlapping() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let due = try #require(machine.item(of: "ann").dueAt)
    let sue = try machine.item(of: "sue")
    try machine.answer(.reject, by: "bob")
    try machine.advance(by: .seconds(100))
    try machine.give(.requestChange, to: sue, by: "sue", addressee: "root")
    try machine.run()
    try machine.advance(by: .seconds(100))
    try machine.resubmit(by: "sam")
    try machine.advance(by: .seconds(100))
    try machine.resubmit(by: "root")
    #expect(try machine.item(of: "ann").dueAt == due.advanced(by: .seconds(300)))
  }

  @Test("A skip of what was sent back ends the hold and locks the document")
  func skipped() throws {
    var machine = try Machine(Self.elements)
    try machine.begin()
    let due = try #require(machine.item(of: "ann").dueAt)
    try machine.answer(.reject, by: "bob")
    try machine.advance(by: .seconds(100))
    try machine.handle(
      .resume,
      Payload(
        element: .path("checks/a/one"), actor: Actor("root"), comment: "away", skip: .completed)
    )
    #expect(Set(machine.asked) == ["sue", "ann"])
    #expect(machine.document?.editableBy == nil && machine.document?.status == .inReview)
    #expect(try machine.item(of: "ann").dueAt == due.advanced(by: .seconds(100)))
  }
}
