// Lines: each runs as its own instance of a line workflow (SPEC 4).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct LinesTests {
  static let elements = """
      - lines: line-approvals
        route: [ { when: line.amount > 1000, workflow: large-line } ]
        otherwise: small-line
      - approval: header
        steps: [ { step: only, assign: { user: ann } } ]
    """

  /// A document of lines with these amounts, whose line workflows are active.
  static func machine(
    _ amounts: [Int], _ elements: String = elements, head: String = "priority: 0"
  ) throws -> Machine {
    var machine = try Machine(elements, head: head)
    machine.facts.fields["lines"] = .list(
      amounts.map { .record(["amount": .number(.init($0))]) })
    machine.facts.activeVersions = ["large-line": 3, "small-line": 1]
    return machine
  }

  @Test("every line runs as its own instance of the workflow that its condition chooses")
  func routes() throws {
    var machine = try Self.machine([500, 2000, 20])
    try machine.begin()
    #expect(machine.children.map(\.workflow) == ["small-line", "large-line", "small-line"])
    #expect(machine.children.map(\.child.line) == [1, 2, 3])
    #expect(machine.children.allSatisfy { $0.isDependent && $0.document == nil })
    #expect(machine.document?.status == .inReview)
    #expect(machine.document?.waitingFor == "0 of 3 lines")
    #expect(
      machine.details(.childStarted)
        == ["line 1: small-line", "line 2: large-line", "line 3: small-line"])
    let evaluated = machine.history.filter { $0.event == .conditionEvaluated }
    #expect(evaluated.count == 3)
    #expect(evaluated.last?.detail == "line 3: line.amount > 1000: false")
    #expect(evaluated.last?.values == [.init(name: "line.amount", value: "20")])
  }

  @Test("the element is done when all lines are, and then the header goes on")
  func done() throws {
    var machine = try Self.machine([1, 2])
    try machine.begin()
    try machine.endChild(line: 2, .completed)
    #expect(machine.document?.waitingFor == "1 of 2 lines")
    #expect(machine.asked == [])
    try machine.endChild(line: 1, .completed)
    #expect(machine.asked == ["ann"])
  }

  @Test("a denied line makes the element denied, when all lines have ended")
  func denied() throws {
    var machine = try Self.machine([1, 2])
    try machine.begin()
    try machine.endChild(line: 1, .denied)
    #expect(machine.state?.elements["line-approvals"]?.phase == .working)
    try machine.endChild(line: 2, .completed)
    #expect(machine.state?.elements["line-approvals"]?.outcome == .denied)
    try machine.answer(.approve, by: "ann")
    #expect(machine.document?.status == .rejected)
    #expect(machine.endedAs == .denied)
  }

  @Test("a canceled line comes back to the originator alone, and runs again when resubmitted")
  func canceled() throws {
    var machine = try Self.machine([1, 2])
    try machine.begin()
    try machine.endChild(line: 2, .canceled)
    let item = try machine.item(of: "sam")
    #expect(item.kind == .return && item.line == 2)
    #expect(machine.lines == [2: "sam"])
    #expect(machine.document?.editableBy == nil)
    try machine.endChild(line: 1, .completed)
    #expect(machine.state?.elements["line-approvals"]?.phase == .working)
    machine.facts.fields["lines"] = .list([
      .record(["amount": .number(1)]), .record(["amount": .number(5000)]),
    ])
    try machine.resubmit(by: "sam")
    #expect(machine.lines.isEmpty)
    #expect(machine.children.map(\.child) == [ChildReference(line: 2, attempt: 2)])
    #expect(machine.children.map(\.workflow) == ["large-line"])
    try machine.endChild(line: 2, .completed)
    #expect(machine.asked == ["ann"])
  }

  @Test("several returned lines are resubmitted each by itself")
  func severalCanceled() throws {
    var machine = try Self.machine([1, 2, 3])
    try machine.begin()
    try machine.endChild(line: 1, .canceled)
    try machine.endChild(line: 3, .canceled)
    let third = try #require(machine.open.first { $0.line == 3 })
    try machine.give(.resubmit, to: third, by: "sam")
    try machine.run()
    #expect(machine.children.map(\.child.line).sorted() == [2, 3])
    #expect(machine.open.map(\.line) == [1])
    try machine.resubmit(by: "sam")
    for line in 1...3 { try machine.endChild(line: line, .completed) }
    #expect(machine.asked == ["ann"])
  }

  @Test("the end of an attempt that is over changes nothing")
  func staleAttempt() throws {
    var machine = try Self.machine([1])
    try machine.begin()
    try machine.endChild(line: 1, .canceled)
    try machine.resubmit(by: "sam")
    let before = machine.state
    try machine.handle(
      .childEnded,
      Payload(
        element: ElementPath(parsing: "line-approvals"), pass: 1, outcome: .completed,
        child: ChildReference(line: 1, attempt: 1)))
    #expect(machine.state == before)
  }

  @Test("a line for which there is no workflow passes; without any the element is done at once")
  func noWorkflow() throws {
    let elements = """
        - lines: big
          route: [ { when: line.amount > 1000, workflow: large-line } ]
        - task: last
          assign: { user: ann }
      """
    var some = try Self.machine([1, 2000], elements)
    try some.begin()
    #expect(some.children.map(\.child.line) == [2])
    try some.endChild(line: 2, .completed)
    #expect(some.asked == ["ann"])
    var none = try Self.machine([1, 2], elements)
    try none.begin()
    #expect(none.asked == ["ann"])
    var empty = try Self.machine([], elements)
    try empty.begin()
    #expect(empty.asked == ["ann"])
  }

  @Test("children are started in bounded portions")
  func portions() throws {
    var machine = try Self.machine(Array(repeating: 1, count: 250))
    try machine.begin()
    #expect(machine.children.map(\.child.line) == Array(1...250))
    #expect(machine.transitions.map(\.newChildren.count).filter { $0 > 0 } == [100, 100, 50])
  }

  @Test("a child that ends before the last portion does not end the element")
  func endsBetweenPortions() throws {
    var machine = try Self.machine(Array(repeating: 1, count: 150))
    machine.held = [.elementStarted]
    try machine.begin()
    machine.held = []
    try machine.step()
    try machine.step()
    #expect(machine.children.count == 100)
    machine.held = [.acknowledgeElementStarted]
    for line in 1...100 { try machine.endChild(line: line, .completed) }
    #expect(machine.state?.elements["line-approvals"]?.phase == .starting)
    machine.held = []
    try machine.run()
    for line in 101...150 { try machine.endChild(line: line, .completed) }
    #expect(machine.asked == ["ann"])
  }

  @Test("a returned line is resubmitted while later portions are still being started")
  func resubmittedBetweenPortions() throws {
    var machine = try Self.machine(Array(repeating: 1, count: 150))
    machine.held = [.elementStarted]
    try machine.begin()
    machine.held = []
    try machine.step()
    try machine.step()
    machine.held = [.acknowledgeElementStarted]
    try machine.endChild(line: 2, .canceled)
    try machine.resubmit(by: "sam")
    #expect(machine.children.contains { $0.child == ChildReference(line: 2, attempt: 2) })
    #expect(machine.lines.isEmpty)
    machine.held = []
    try machine.run()
    for line in 1...150 { try machine.endChild(line: line, .completed) }
    #expect(machine.asked == ["ann"])
  }

  @Test("lines changed between two portions are asked again")
  func changedBetweenPortions() throws {
    var machine = try Self.machine(
      Array(repeating: 1, count: 150),
      """
        - parallel: both
          branches:
            - { branch: a, elements: [ { lines: each, otherwise: small-line } ] }
            - { branch: b, elements: [ { task: check, assign: { user: ann } } ] }
      """)
    machine.held = [.elementStarted]
    try machine.begin()
    machine.held = []
    while machine.asked.isEmpty { try machine.step() }
    #expect(machine.children.count == 100)
    machine.held = [.acknowledgeElementStarted]
    try machine.endChild(line: 5, .completed)
    try machine.answer(.reject, by: "ann")
    var lines = try #require(machine.facts.fields["lines"].list)
    lines[4] = .record(["amount": .number(7)])
    machine.facts.fields["lines"] = .list(lines)
    machine.facts.revision = 2
    try machine.resubmit(by: "sam", changes: "line 5: amount 1 → 7")
    let again = try #require(machine.children.first { $0.child.line == 5 })
    #expect(again.child.attempt == 2 && again.changes == "line 5: amount 1 → 7")
    machine.held = []
    try machine.run()
    #expect(machine.children.count == 150)
    for line in 1...150 { try machine.endChild(line: line, .completed) }
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("a line workflow that is not active stops the start with a sentence, and resume goes on")
  func inactive() throws {
    var machine = try Self.machine([1, 2000])
    machine.facts.activeVersions = ["small-line": 1]
    let error = try #require(throws: RuntimeError.self) { try machine.begin() }
    #expect(error.code == .noChild)
    #expect(error.message.contains("line 2: the workflow “large-line” has no active version"))
    #expect(machine.children.isEmpty)
    machine.facts.activeVersions["large-line"] = 1
    try machine.handle(.resume)
    #expect(machine.children.count == 2)
  }

  @Test("skipping the element cancels its children")
  func skipped() throws {
    var machine = try Self.machine([1, 2])
    try machine.begin()
    try machine.handle(
      .resume, Payload(element: ElementPath(parsing: "line-approvals"), skip: .completed))
    #expect(machine.children.isEmpty && machine.canceledChildren.count == 2)
    #expect(machine.asked == ["ann"])
    try machine.endChild(line: 1, .canceled)
    #expect(machine.asked == ["ann"])
  }

  @Test("Microsoft's example: lines to three people by project, and then the header")
  func microsoft() throws {
    let people: [WorkflowID: PersonID] = ["line-a": "bob", "line-b": "sue", "line-c": "frank"]
    var parent = try Machine(
      """
        - lines: projects
          route:
            - { when: line.project == "a", workflow: line-a }
            - { when: line.project == "b", workflow: line-b }
          otherwise: line-c
        - approval: header
          steps: [ { step: only, assign: { user: ann } } ]
      """)
    parent.facts.fields["lines"] = .list(
      ["a", "b", "c"].map { .record(["project": .text($0)]) })
    for workflow in people.keys { parent.facts.activeVersions[workflow] = 1 }
    try parent.begin()
    #expect(parent.children.map(\.workflow) == ["line-a", "line-b", "line-c"])
    for started in parent.children {
      let person = try #require(people[started.workflow])
      var child = try Machine(
        "  - task: look\n    assign: { user: \(person) }", head: "level: line")
      child.line = started.child.line
      child.isDependent = true
      child.facts = parent.facts
      try child.begin()
      #expect(child.asked == [person])
      #expect(child.open.first?.line == started.child.line)
      try child.answer(.complete, by: person)
      #expect(child.endedAs == .completed)
      #expect(child.document == nil, "a line's workflow leaves the document alone")
      try parent.endChild(line: started.child.line, .completed)
    }
    #expect(parent.asked == ["ann"])
    try parent.answer(.approve, by: "ann")
    #expect(parent.document?.status == .approved)
  }

  @Test("a returned line unlocks that line only")
  func returnedLine() throws {
    var child = try Machine("  - task: look\n    assign: { user: bob }", head: "level: line")
    child.line = 2
    child.isDependent = true
    try child.begin()
    try child.answer(.reject, by: "bob")
    #expect(child.lines == [2: "sam"])
    #expect(child.document == nil)
    #expect(child.endedAs == nil)
    try child.answer(.resubmit, by: "sam")
    #expect(child.lines.isEmpty)
    #expect(child.asked == ["bob"])
  }
}
