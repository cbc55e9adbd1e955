// Named outcomes: what a task offers and a choice runs (SPEC 4).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct OutcomeTests {
  static let task = """
      - task: check
        assign: { group: pair }
        outcomes: { fine: complete, good: { do: complete, title: Very good }, wrong: return }
      - task: after
        assign: { user: ann }
    """

  @Test("A task offers the outcomes that the workflow names")
  func offered() throws {
    var machine = try Machine(Self.task)
    try machine.begin()
    #expect(machine.open.first?.outcomes.map(\.name) == ["fine", "good", "wrong"])
    #expect(machine.open.first?.outcomes.map(\.title) == ["fine", "Very good", "wrong"])
    #expect(machine.open.first?.outcomes.map(\.answer) == [.complete, .complete, .reject])
  }

  @Test("What an outcome does is what picking it does, and its name is in the history")
  func effect() throws {
    var forward = try Machine(Self.task)
    try forward.begin()
    try forward.answer(.complete, by: "bob", choice: "good")
    #expect(forward.asked == ["ann"])
    #expect(forward.details(.completed) == ["good, revision 1"])
    var back = try Machine(Self.task)
    try back.begin()
    try back.answer(.reject, by: "bob", choice: "wrong")
    #expect(back.asked == ["sam"] && back.document?.status == .rejected)
  }

  static let choice = """
      - choice: audit
        assign: { group: pair }
        outcomes:
          call:
            title: Call the manager first
            elements:
              - { task: call, assign: { user: frank } }
              - { task: note, assign: { user: ann } }
          skip: { title: No call needed }
      - task: after
        assign: { user: root }
    """

  @Test("A choice runs the elements of the outcome that was picked, then the flow goes on")
  func branch() throws {
    var machine = try Machine(Self.choice)
    try machine.begin()
    #expect(machine.open.first?.kind == .choice && machine.open.first?.candidates.count == 2)
    try machine.answer(.complete, by: "sue", choice: "call")
    #expect(machine.open.first?.element.description == "audit/call/call")
    #expect(machine.document?.waitingFor == "call")
    try machine.answer(.complete, by: "frank")
    try machine.answer(.complete, by: "ann")
    #expect(machine.asked == ["root"])
  }

  @Test("An outcome of a choice without elements goes on at once")
  func empty() throws {
    var machine = try Machine(Self.choice)
    try machine.begin()
    try machine.answer(.complete, by: "bob", choice: "skip")
    #expect(machine.asked == ["root"])
  }

  @Test("A choice can be rejected: the originator resubmits, and it is asked anew")
  func rejected() throws {
    var machine = try Machine(Self.choice)
    try machine.begin()
    try machine.answer(.reject, by: "bob")
    #expect(machine.asked == ["sam"])
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["sue", "bob"])
  }

  @Test("A return inside the branch of a choice restarts that element, not the choice")
  func returned() throws {
    var machine = try Machine(Self.choice)
    try machine.begin()
    try machine.answer(.complete, by: "bob", choice: "call")
    try machine.answer(.reject, by: "frank")
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["frank"])
    #expect(machine.state?.elements["audit"]?.pass == 1)
  }

  @Test("A choice without a name that it knows is refused, with those that it has")
  func unknown() throws {
    var machine = try Machine(Self.choice)
    try machine.begin()
    let error = #expect(throws: RuntimeError.self) {
      try machine.answer(.complete, by: "bob", choice: "sing")
    }
    #expect(error?.message.contains("call, skip") == true)
  }
}
