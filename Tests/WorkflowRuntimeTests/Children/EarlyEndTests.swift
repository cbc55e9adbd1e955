// Recalling or canceling an instance with open children (SPEC 4, 7).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct EarlyEndTests {
  @Test("recall cancels the children first, and ends when all have answered")
  func recall() throws {
    var machine = try LinesTests.machine([1, 2, 3])
    try machine.begin()
    try machine.endChild(line: 1, .completed)
    try machine.handle(.recall, Payload(actor: Actor("sam")))
    #expect(machine.canceledChildren.map(\.child.line) == [2, 3])
    #expect(machine.state?.stage == .canceling)
    #expect(machine.state?.endReason == .recalled)
    #expect(!machine.events.contains(.workflowCanceled))
    #expect(machine.document?.waitingFor == "lines or subworkflows to end")
    try machine.endChild(line: 2, .canceled)
    #expect(machine.status == .pending)
    // This one was quicker than the cancellation.
    try machine.endChild(line: 3, .completed)
    #expect(machine.status == .canceled && machine.document?.status == .draft)
    #expect(machine.endedAs == .canceled)
    #expect(machine.handled.filter { $0 == .workflowCanceled }.count == 1)
  }

  @Test("the end of a child that waits in the queue when the parent is recalled is not lost")
  func endedBefore() throws {
    var machine = try LinesTests.machine([1])
    try machine.begin()
    machine.held = [.childEnded]
    try machine.endChild(line: 1, .completed)
    try machine.handle(.cancel)
    #expect(machine.status == .pending)
    machine.held = []
    try machine.run()
    #expect(machine.status == .canceled)
  }

  @Test("a child that its parent cancels tells why, and no administrator is blamed for it")
  func canceledWithParent() throws {
    var parent = try LinesTests.machine([1])
    let recall = parent.message(.recall, Payload(actor: Actor("sam")))
    let cause = recall.cause(ofCancelingBelow: nil)
    #expect(cause == "I-000001: recalled by sam")
    var child = try Machine("  - task: look\n    assign: { user: bob }", head: "level: line")
    child.line = 1
    child.isDependent = true
    try child.begin()
    try child.handle(.cancel, Payload(actor: Actor("sam"), cause: cause))
    #expect(child.details(.canceledWithParent) == [cause])
    #expect(!child.events.contains(.canceledByAdministrator))
    #expect(child.status == .canceled && child.endedAs == .canceled)
    let path = ElementPath(parsing: "line-approvals")
    #expect(
      parent.message(.workItemAnswered).cause(ofCancelingBelow: path)
        == "I-000001: line-approvals does not wait for it any more")
    #expect(
      parent.message(.workItemAnswered).cause(ofCancelingBelow: .root)
        == "I-000001: the workflow was started again")
  }

  @Test("without open children the end is told at once")
  func withoutChildren() throws {
    var machine = try LinesTests.machine([1])
    try machine.begin()
    try machine.endChild(line: 1, .completed)
    try machine.handle(.cancel)
    #expect(machine.status == .canceled)
    #expect(machine.state?.endReason == .canceledByAdministrator)
  }

  @Test("a line that is with its originator is recalled with the whole")
  func returnedLine() throws {
    var machine = try LinesTests.machine([1, 2])
    try machine.begin()
    try machine.endChild(line: 1, .canceled)
    try machine.handle(.recall)
    #expect(machine.open.isEmpty)
    try machine.endChild(line: 2, .canceled)
    #expect(machine.status == .canceled)
  }

  @Test("a second cancel while children end tells the end once")
  func twice() throws {
    var machine = try LinesTests.machine([1])
    try machine.begin()
    try machine.handle(.recall)
    try machine.handle(.cancel)
    #expect(machine.status == .pending)
    try machine.endChild(line: 1, .canceled)
    #expect(machine.status == .canceled)
    #expect(machine.handled.filter { $0 == .workflowCanceled }.count == 1)
  }

  @Test("a stopped child leaves the parent pending, waiting for it")
  func stoppedChild() throws {
    var machine = try LinesTests.machine([1])
    try machine.begin()
    try machine.advance(by: .days(1000))
    #expect(machine.status == .pending)
    #expect(machine.document?.waitingFor == "0 of 1 lines")
  }

  @Test("a branch that is canceled takes its children with it")
  func branch() throws {
    var machine = try LinesTests.machine(
      [1, 2],
      """
        - parallel: either
          join: 1
          branches:
            - branch: a
              elements: [ { lines: all, otherwise: small-line } ]
            - branch: b
              elements: [ { task: quick, assign: { user: bob } } ]
        - task: last
          assign: { user: ann }
      """)
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    #expect(machine.asked == ["ann"])
    #expect(machine.canceledChildren.count == 2)
    // Recalled while they are still ending: they are waited for.
    try machine.handle(.recall)
    #expect(machine.status == .pending)
    try machine.endChild(line: 1, .canceled)
    try machine.endChild(line: 2, .canceled)
    #expect(machine.status == .canceled)
  }
}
