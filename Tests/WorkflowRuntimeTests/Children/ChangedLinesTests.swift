// Lines that change after they were approved are asked again (SPEC 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ChangedLinesTests {
  private static let elements = """
      - approval: before
        steps: [ { step: only, assign: { user: frank } } ]
      - lines: line-approvals
        route: [ { when: line.amount > 1000, workflow: large-line } ]
        otherwise: small-line
      - approval: header
        steps: [ { step: only, assign: { user: ann } } ]
      - task: after
        assign: { user: bob }
    """

  /// All lines are done, and Ann has rejected the document as a whole.
  private func rejected(
    _ amounts: [Int], _ elements: String = elements, head: String = "priority: 0"
  ) throws -> Machine {
    var machine = try LinesTests.machine(amounts, elements, head: head)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    for line in machine.children.map(\.child.line) { try machine.endChild(line: line, .completed) }
    try machine.answer(.reject, by: "ann")
    return machine
  }

  private func set(_ amounts: [Int], in machine: inout Machine) {
    machine.facts.fields["lines"] = .list(
      amounts.map { .record(["amount": .number(.init($0))]) })
    machine.facts.revision += 1
  }

  @Test("A line that changed while the whole document was returned is asked again, and it alone")
  func changed() throws {
    var machine = try rejected([1, 2, 3])
    set([1, 2000, 3], in: &machine)
    try machine.resubmit(by: "sam", changes: "line 2: amount 2 → 2000")
    #expect(machine.asked == ["frank"], "what was approved before the lines comes first")
    try machine.answer(.approve, by: "frank")
    #expect(machine.children.map(\.child.line) == [2])
    #expect(machine.children.map(\.workflow) == ["large-line"])
    #expect(machine.children.map(\.changes) == ["line 2: amount 2 → 2000"])
    #expect(machine.details(.askedAgain).contains("line 2: it changed"))
    #expect(machine.document?.waitingFor == "2 of 3 lines")
    try machine.endChild(line: 2, .completed)
    #expect(machine.asked == ["ann"])
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["bob"])
  }

  @Test("A line that was added while the whole document was returned is asked")
  func added() throws {
    var machine = try rejected([1, 2])
    set([1, 2, 3], in: &machine)
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    #expect(machine.children.map(\.child.line) == [3])
    try machine.endChild(line: 3, .denied)
    #expect(machine.state?.elements[.path("line-approvals")]?.outcome == .denied)
    #expect(machine.asked == ["ann"])
  }

  @Test("Lines that did not change, and one that was removed, are not asked again")
  func unchanged() throws {
    var machine = try rejected([1, 2, 3])
    machine.facts.fields["note"] = "does not matter"
    set([1, 2], in: &machine)
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    #expect(machine.children.isEmpty && machine.asked == ["ann"])
  }

  @Test("A line that passed without a workflow is asked when a route holds for it now")
  func routed() throws {
    let elements = """
        - approval: before
          steps: [ { step: only, assign: { user: frank } } ]
        - lines: big
          route: [ { when: line.amount > 1000, workflow: large-line } ]
        - task: header
          assign: { user: ann }
      """
    var machine = try rejected([1, 2], elements)
    set([1, 2000], in: &machine)
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    #expect(machine.children.map(\.child.line) == [2])
    try machine.endChild(line: 2, .completed)
    #expect(machine.asked == ["ann"])
  }

  @Test("keep-approvals: true asks no line again")
  func kept() throws {
    var machine = try rejected([1, 2], head: "keep-approvals: true")
    set([1, 2000], in: &machine)
    try machine.resubmit(by: "sam")
    #expect(machine.children.isEmpty && machine.asked == ["ann"])
  }

  @Test("Lines that an administrator passed are not asked again")
  func skipped() throws {
    var machine = try LinesTests.machine([1, 2], Self.elements)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    try machine.handle(
      .resume, Payload(element: .path("line-approvals"), skip: .completed))
    try machine.answer(.reject, by: "ann")
    set([1, 2000], in: &machine)
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    #expect(machine.children.isEmpty && machine.asked == ["ann"])
  }

  @Test("Lines that are asked again, and return the document, wait for it like the others")
  func again() throws {
    var machine = try rejected([1, 2])
    set([1, 5], in: &machine)
    try machine.resubmit(by: "sam")
    try machine.answer(.approve, by: "frank")
    try machine.endChild(line: 2, .canceled)
    #expect(machine.asked == ["sam"] && machine.lines == [2: "sam"])
    set([1, 7], in: &machine)
    try machine.resubmit(by: "sam", changes: "amount 5 → 7")
    #expect(machine.children.map(\.child.line) == [2])
    #expect(machine.children.map(\.changes) == ["amount 5 → 7"])
    try machine.endChild(line: 2, .completed)
    // The approval before the lines saw another amount.
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"])
  }

  private static let besides = """
      - parallel: both
        branches:
          - branch: lines
            elements: [ { lines: line-approvals, otherwise: small-line } ]
          - branch: header
            elements: [ { approval: header, steps: [ { step: only, assign: { user: ann } } ] } ]
    """

  @Test("While lines are at work, those that are done and changed, or came, are asked again")
  func atWork() throws {
    var machine = try LinesTests.machine([1, 2, 3], Self.besides)
    try machine.begin()
    try machine.endChild(line: 1, .completed)
    try machine.answer(.reject, by: "ann")
    set([10, 2, 3, 4], in: &machine)
    try machine.resubmit(by: "sam")
    #expect(machine.children.map(\.child.line).sorted() == [1, 2, 3, 4])
    #expect(machine.children.first { $0.child.line == 1 }?.child.attempt == 2)
    for line in 1...4 { try machine.endChild(line: line, .completed) }
    #expect(machine.asked == ["ann"])
  }

  @Test("A line that is removed while its instance runs is canceled, and not waited for")
  func removed() throws {
    var machine = try LinesTests.machine([1, 2], Self.besides)
    try machine.begin()
    try machine.endChild(line: 1, .completed)
    try machine.answer(.reject, by: "ann")
    set([1], in: &machine)
    try machine.resubmit(by: "sam")
    #expect(machine.children.isEmpty && machine.canceledChildren.map(\.child.line) == [2])
    #expect(machine.asked == ["ann"])
    try machine.endChild(line: 2, .canceled)
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("A line that ended after the whole document changed is asked again at its end")
  func endedLate() throws {
    var machine = try LinesTests.machine([1], Self.besides)
    try machine.begin()
    let child = try #require(machine.children.first)
    let seen = try machine.facts.contentHash(ofLine: 1)
    try machine.answer(.reject, by: "ann")
    set([5000], in: &machine)
    try machine.resubmit(by: "sam")
    machine.children = []
    try machine.handle(
      .childEnded,
      Payload(
        element: child.element, pass: child.pass, outcome: .completed, child: child.child,
        content: seen))
    #expect(machine.children.map(\.child) == [ChildReference(line: 1, attempt: 2)])
  }

  // MARK: The instance of the line

  private func line(_ elements: String, head: String = "level: line") throws -> Machine {
    var machine = try Machine(elements, head: head)
    machine.line = 1
    machine.isDependent = true
    set([1], in: &machine)
    return machine
  }

  private static let steps = """
      - approval: first
        steps: [ { step: only, assign: { user: frank } } ]
      - approval: second
        steps: [ { step: only, assign: { user: ann } } ]
      - automated: post
        run: post
    """

  @Test("A line that changes with the whole document is asked again before its instance goes on")
  func changedUnderWay() throws {
    var machine = try line(Self.steps)
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    set([5], in: &machine)
    try machine.answer(.approve, by: "ann")
    #expect(machine.asked == ["frank"])
    #expect(!machine.events.contains(.automatedExecution))
    #expect(machine.open.first?.changes == "the line changed")
    try machine.answer(.approve, by: "frank")
    #expect(machine.endedAs == .completed)
    #expect(machine.transitions.last?.endedContent == "amount=5")
  }

  @Test("A line workflow that keeps approvals is not asked again")
  func keepsApprovals() throws {
    var machine = try line(Self.steps, head: "level: line\nkeep-approvals: true")
    try machine.begin()
    try machine.answer(.approve, by: "frank")
    set([5], in: &machine)
    try machine.answer(.approve, by: "ann")
    #expect(machine.endedAs == .completed)
  }

  @Test("All who are asked about a line that runs again see what changed")
  func seesChanges() throws {
    var machine = try line(Self.steps)
    try machine.handle(.activation, Payload(changes: "amount 1 → 2"))
    #expect(machine.open.first?.changes == "amount 1 → 2")
    try machine.answer(.approve, by: "frank")
    #expect(machine.open.first?.changes == "amount 1 → 2")
  }
}
