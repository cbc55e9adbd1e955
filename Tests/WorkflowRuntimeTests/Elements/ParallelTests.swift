// Branches side by side (SPEC 4).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ParallelTests {
  static func elements(join: String, extra: String = "") -> String {
    """
      - parallel: checks
        join: \(join)
        branches:
          - { branch: a, elements: [ { task: first, assign: { user: bob } }, { task: more, assign: { user: root } } ] }
          - { branch: b, elements: [ { approval: second, steps: [ { step: only, assign: { user: sue } } ] } ] }
          - { branch: c, elements: [ { task: third, assign: { user: ann } } ] }\(extra)
      - task: after
        assign: { user: frank }
    """
  }

  @Test("All branches start together; the parent goes on when all are done")
  func all() throws {
    var machine = try Machine(Self.elements(join: "all"))
    try machine.begin()
    #expect(machine.asked == ["bob", "sue", "ann"])
    #expect(machine.document?.waitingFor == "first and only step and third")
    try machine.answer(.complete, by: "ann")
    try machine.answer(.complete, by: "bob")
    #expect(machine.document?.waitingFor == "more and only step")
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["root"])
    try machine.answer(.complete, by: "root")
    #expect(machine.asked == ["frank"])
  }

  @Test("join N: when N are done the rest is canceled: items, elements, recorded by branch")
  func some() throws {
    var machine = try Machine(Self.elements(join: "2"))
    try machine.begin()
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["bob", "sue"])
    try machine.answer(.approve, by: "sue")
    #expect(machine.asked == ["frank"])
    #expect(machine.items.first { $0.assignee == "bob" }?.status == .canceled)
    #expect(machine.state?.elements["checks/a/first"]?.outcome == .canceled)
    #expect(machine.details(.branchCanceled) == ["a: 2 of 3 are done, which is enough"])
    #expect(machine.document?.waitingFor == "after")
  }

  @Test("Empty branches are done at once")
  func empty() throws {
    let extra = "\n      - { branch: d, elements: [] }"
    var one = try Machine(Self.elements(join: "1", extra: extra))
    try one.begin()
    #expect(one.asked == ["frank"])
    var two = try Machine(Self.elements(join: "2", extra: extra))
    try two.begin()
    try two.answer(.complete, by: "ann")
    #expect(two.asked == ["frank"])
  }

  @Test("A branch that is canceled while its document is sent back does not wait for it any more")
  func canceledReturn() throws {
    var machine = try Machine(Self.elements(join: "2"))
    try machine.begin()
    let sue = try machine.item(of: "sue")
    let ann = try machine.item(of: "ann")
    try machine.answer(.reject, by: "bob")
    #expect(machine.document?.editableBy == "sam")
    // Both had answered before the document went back.
    try machine.give(.approve, to: sue, by: "sue")
    try machine.give(.complete, to: ann, by: "ann")
    try machine.run()
    #expect(machine.asked == ["frank"])
    #expect(machine.document?.editableBy == nil && machine.document?.status == .inReview)
    #expect(machine.items.last { $0.kind == .return }?.status == .canceled)
  }

  @Test("Messages of a branch that was canceled are recorded and have no effect")
  func stale() throws {
    var machine = try Machine(Self.elements(join: "1"))
    try machine.begin()
    let bob = try machine.item(of: "bob")
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["frank"])
    try machine.give(.complete, to: bob, by: "bob")
    try machine.run()
    #expect(machine.asked == ["frank"] && machine.events.contains(.answerDiscarded))
    try machine.handle(
      .acknowledgeElementEnded,
      Payload(element: .path("checks/a/first"), pass: 1, outcome: .completed))
    #expect(machine.asked == ["frank"] && machine.state?.elements["checks/a/more"] == nil)
  }

  @Test("What a canceled branch acknowledges after the end leaves the instance completed")
  func afterEnd() throws {
    var machine = try Machine(
      """
        - parallel: checks
          join: 1
          branches:
            - { branch: a, elements: [ { approval: one, steps: [ { step: only, assign: { user: bob } } ] } ] }
            - { branch: b, elements: [ { task: two, assign: { user: ann } } ] }
      """)
    try machine.begin()
    machine.held = [.stepCompleted]
    try machine.answer(.approve, by: "bob")
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
    machine.held = []
    try machine.run()
    #expect(machine.status == .completed && machine.document?.status == .approved)
  }

  @Test("Parallels nest, and the end of the inner one is the end of its branch")
  func nested() throws {
    var machine = try Machine(
      """
        - parallel: outer
          branches:
            - branch: a
              elements:
                - parallel: inner
                  join: 1
                  branches:
                    - { branch: x, elements: [ { task: one, assign: { user: bob } } ] }
                    - { branch: y, elements: [ { task: two, assign: { user: ann } } ] }
            - { branch: b, elements: [ { task: three, assign: { user: sue } } ] }
      """)
    try machine.begin()
    #expect(Set(machine.asked) == ["bob", "ann", "sue"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["sue"])
    try machine.answer(.complete, by: "sue")
    #expect(machine.status == .completed)
  }

  @Test("A branch that is denied is done, and the document ends as rejected")
  func denied() throws {
    var machine = try Machine(Self.elements(join: "all"))
    try machine.begin()
    try machine.answer(.deny, by: "sue")
    #expect(machine.asked == ["bob", "ann"])
    for person in ["bob", "ann", "root", "frank"] as [PersonID] {
      try machine.answer(.complete, by: person)
    }
    #expect(machine.status == .completed && machine.document?.status == .rejected)
    #expect(machine.endedAs == .denied)
  }
}
