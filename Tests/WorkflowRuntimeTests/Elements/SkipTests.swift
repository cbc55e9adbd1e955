// Passing an element that cannot be mended, of every kind (SPEC 9), and messages that come late.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct SkipTests {
  @Test(
    "skip passes an element of every kind, and what is at work in it is canceled",
    arguments: [
      "task: x\n    assign: { user: bob }",
      "approval: x\n    steps: [ { step: one, assign: { users: [bob, ann] } } ]",
      "choice: x\n    assign: { user: bob }\n    outcomes: { a: { title: A }, b: { title: B } }",
      "decision: x\n    when: amount > 1\n    yes: [ { task: in, assign: { user: bob } } ]\n    no: []",
      "parallel: x\n    branches: [ { branch: a, elements: [ { task: in, assign: { user: bob } } ] }, { branch: b, elements: [ { task: too, assign: { user: ann } } ] } ]",
      "repeat: x\n    while: amount > 1\n    at-most: 2\n    elements: [ { task: in, assign: { user: bob } } ]",
    ])
  func skip(_ element: String) throws {
    var machine = try Machine("  - \(element)\n  - task: after\n    assign: { user: sue }")
    try machine.begin()
    #expect(machine.asked.contains("bob"))
    try machine.handle(
      .resume,
      Payload(element: .path("x"), actor: Actor("root"), comment: "broken", skip: .completed))
    #expect(machine.asked == ["sue"])
    #expect(machine.state?.current == [.path("after")])
  }

  @Test("A container that is skipped as returned starts anew when it is resubmitted")
  func returned() throws {
    var machine = try Machine(
      """
        - parallel: x
          branches:
            - { branch: a, elements: [ { task: one, assign: { user: bob } } ] }
            - { branch: b, elements: [ { task: two, assign: { user: ann } } ] }
      """)
    try machine.begin()
    try machine.handle(
      .resume, Payload(element: .path("x"), actor: Actor("root"), comment: "no", skip: .returned))
    #expect(machine.asked == ["sam"] && machine.document?.editableBy == "sam")
    try machine.resubmit(by: "sam")
    #expect(machine.asked == ["bob", "ann"])
    #expect(machine.state?.elements["x/a/one"]?.pass == 2)
  }

  @Test("resume tries the message again that failed, wherever it failed")
  func resume() throws {
    var machine = try Machine(
      """
        - parallel: x
          branches:
            - { branch: a, elements: [ { automated: post, run: post } ] }
            - { branch: b, elements: [ { task: two, assign: { user: ann } } ] }
      """)
    machine.failing = [.automatedExecution]
    #expect(throws: Failure.self) { try machine.begin() }
    machine.failing = []
    try machine.handle(.resume, Payload(actor: Actor("root")))
    #expect(machine.asked == ["ann"] && machine.handled.contains(.automatedExecution))
    try machine.answer(.complete, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test(
    "A message of a pass that is over is recorded and has no effect",
    arguments: [
      .acknowledgeElementStarted, .acknowledgeStepCompleted, .acknowledgeElementEnded,
      .acknowledgeAutomatedExecution, .workItemAnswered,
    ] as [MessageType])
  func stale(_ type: MessageType) throws {
    var machine = try Machine.approval("frank")
    try machine.begin()
    let item = try machine.item(of: "frank")
    try machine.answer(.reject, by: "frank")
    try machine.resubmit(by: "sam")
    #expect(machine.state?.elements["check"]?.pass == 2)
    let before = machine.state
    if type == .workItemAnswered {
      try machine.give(.approve, to: item, by: "frank")
      try machine.run()
      #expect(machine.events.last == .answerDiscarded)
    } else {
      try machine.handle(type, Payload(element: .path("check"), pass: 1, step: "only"))
      #expect(machine.events.last == .acknowledged)
    }
    #expect(machine.state == before)
  }

  @Test("A resubmission of a pass that is over is recorded and has no effect")
  func staleResubmission() throws {
    var machine = try Machine.approval("frank")
    try machine.begin()
    try machine.answer(.reject, by: "frank")
    let item = try machine.item(of: "sam")
    try machine.resubmit(by: "sam")
    try machine.give(.resubmit, to: item, by: "sam")
    try machine.run()
    #expect(machine.events.last == .answerDiscarded && machine.asked == ["frank"])
  }
}
