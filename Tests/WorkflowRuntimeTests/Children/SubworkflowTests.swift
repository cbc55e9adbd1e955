// Subworkflows: another workflow on a related document, waited for or not (SPEC 4).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct SubworkflowTests {
  static func machine(wait: Bool = true, document: Value = "ADV-1") throws -> Machine {
    var machine = try Machine(
      """
        - subworkflow: advance
          workflow: settle-advance
          document: country
          wait: \(wait)
        - task: last
          assign: { user: ann }
      """)
    machine.facts.fields["country"] = document
    machine.facts.activeVersions = ["settle-advance": 2]
    return machine
  }

  @Test("a dependent subworkflow is waited for")
  func dependent() throws {
    var machine = try Self.machine()
    try machine.begin()
    #expect(machine.children.map(\.document) == ["ADV-1"])
    #expect(machine.children.map(\.child) == [ChildReference(line: 0, attempt: 1)])
    #expect(machine.children.map(\.isDependent) == [true])
    #expect(machine.document?.waitingFor == "advance")
    try machine.endChild(line: 0, .completed)
    #expect(machine.asked == ["ann"])
  }

  @Test("an independent one lives on: the parent goes on at once and is not told")
  func independent() throws {
    var machine = try Self.machine(wait: false)
    try machine.begin()
    #expect(machine.children.map(\.isDependent) == [false])
    #expect(machine.asked == ["ann"])
    try machine.handle(.recall)
    #expect(machine.children.count == 1 && machine.canceledChildren.isEmpty)
    #expect(machine.state?.stage == .canceled)
  }

  @Test("a denied subworkflow makes the element denied, and the flow goes forward")
  func denied() throws {
    var machine = try Self.machine()
    try machine.begin()
    try machine.endChild(line: 0, .denied)
    #expect(machine.asked == ["ann"])
    try machine.answer(.complete, by: "ann")
    #expect(machine.document?.status == .rejected)
  }

  @Test("a canceled subworkflow returns the document; resubmitting starts it again")
  func canceled() throws {
    var machine = try Self.machine()
    try machine.begin()
    try machine.endChild(line: 0, .canceled)
    #expect(machine.open.map(\.kind) == [.return])
    #expect(machine.document?.status == .rejected)
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.children.map(\.pass) == [2])
    try machine.endChild(line: 0, .completed)
    #expect(machine.asked == ["ann"])
  }

  @Test("without a related document there is nothing to do")
  func noDocument() throws {
    var machine = try Self.machine(document: .none)
    try machine.begin()
    #expect(machine.children.isEmpty)
    #expect(machine.asked == ["ann"])
    #expect(machine.details(.stepSkipped) == ["country names no document"])
  }

  @Test("a workflow without an active version stops the start with a sentence")
  func inactive() throws {
    var machine = try Self.machine()
    machine.facts.activeVersions = [:]
    let error = try #require(throws: RuntimeError.self) { try machine.begin() }
    #expect(error.code == .noChild && error.message.contains("settle-advance"))
  }
}
