// The way through a workflow: order, decisions, tasks, automated elements, automatic actions.

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct FlowTests {
  @Test("a decision picks its branch by its condition; an empty one is passed")
  func decisions() throws {
    let elements = """
        - decision: large
          when: amount > 1000
          yes:
            - task: look
              assign: { user: bob }
          no: []
        - task: last
          assign: { user: ann }
      """
    var small = try Machine(elements)
    try small.begin()
    #expect(small.asked == ["ann"])
    #expect(
      small.history.contains {
        $0.event == .conditionEvaluated && $0.values.map(\.name) == ["amount"]
      })
    var large = try Machine(elements)
    large.facts.fields["amount"] = .number(2_000)
    try large.begin()
    #expect(large.asked == ["bob"])
    try large.answer(.complete, by: "bob")
    #expect(large.asked == ["ann"])
    try large.answer(.complete, by: "ann")
    #expect(large.status == .completed)
    #expect(large.state?.elements.values.allSatisfy { $0.phase == .ended } == true)
  }

  @Test("decisions nest, and the end of a branch is the end of what holds it")
  func nested() throws {
    var machine = try Machine(
      """
        - decision: outer
          when: amount > 1
          yes:
            - decision: inner
              when: country == "SE"
              yes: []
              no:
                - decision: innermost
                  when: amount > 2
                  yes: [ { task: deep, assign: { user: bob } } ]
                  no: []
      """)
    try machine.begin()
    #expect(machine.open.first?.element.description == "outer/yes/inner/no/innermost/yes/deep")
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
    #expect(machine.handled.filter { $0 == .elementEnded }.count == 4)
  }

  @Test("a return from inside a branch restarts that element alone")
  func returnInBranch() throws {
    var machine = try Machine(
      """
        - decision: outer
          when: amount > 1
          yes: [ { task: deep, assign: { user: bob } } ]
          no: []
      """)
    try machine.begin()
    try machine.answer(.reject, by: "bob")
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.asked == ["bob"])
    #expect(machine.state?.elements["outer"]?.pass == 1)
    #expect(machine.state?.elements["outer/yes/deep"]?.pass == 2)
  }

  @Test("a task is offered to all who are assigned, as one item")
  func task() throws {
    var machine = try Machine.task("{ group: pair }")
    try machine.begin()
    #expect(machine.open.count == 1)
    #expect(machine.open.first?.assignee == nil)
    #expect(machine.open.first?.candidates == ["sue", "bob"])
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
  }

  @Test("an automated element posts its execution, and goes on when it is acknowledged")
  func automated() throws {
    var machine = try Machine("  - automated: post\n    run: post")
    try machine.begin()
    #expect(
      machine.handled == [
        .workflowStarted, .elementStarted, .automatedExecution, .elementEnded, .workflowCompleted,
      ])
    #expect(machine.status == .completed)
  }

  @Test(
    "an automatic action is taken at once when its condition holds, and no work item is made",
    arguments: [("approve", DocumentStatus.approved), ("reject", .rejected), ("deny", .rejected)])
  func automatic(_ answer: String, _ status: DocumentStatus) throws {
    let elements = """
        - approval: check
          automatic: { when: amount < 1000, do: \(answer) }
          steps: [ { step: one, assign: { user: frank } } ]
      """
    var small = try Machine(elements)
    try small.begin()
    #expect(!small.open.contains { $0.kind == .approval })
    #expect(small.document?.status == status)
    #expect(small.events.contains(.automaticAction))
    var large = try Machine(elements)
    large.facts.fields["amount"] = .number(5_000)
    try large.begin()
    #expect(large.asked == ["frank"])
  }

  @Test("automatic actions are evaluated anew when an element starts again")
  func automaticAgain() throws {
    var machine = try Machine(
      """
        - task: check
          assign: { user: bob }
          automatic: { when: amount < 100, do: complete }
      """)
    try machine.begin()
    try machine.answer(.reject, by: "bob")
    machine.facts.fields["amount"] = .number(50)
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.status == .completed)
  }

  @Test("a denied element goes forward, and the document ends as rejected")
  func denied() throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: one, assign: { user: frank } } ]
        - task: after
          assign: { user: bob }
      """)
    try machine.begin()
    try machine.answer(.deny, by: "frank")
    #expect(machine.asked == ["bob"])
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed && machine.document?.status == .rejected)
    #expect(machine.document?.editableBy == nil)
  }

  @Test("recall and cancel close everything and discard the other messages, with the reason")
  func interventions() throws {
    for (type, words) in [(MessageType.recall, "recalled by sam"), (.cancel, "canceled by sam")] {
      var machine = try Machine.approval("frank, sue", policy: "all")
      try machine.begin()
      try machine.handle(type, Payload(actor: Actor("sam")))
      #expect(machine.open.isEmpty && machine.status == .canceled)
      #expect(machine.document?.status == .draft)
      let change = machine.transitions.compactMap(\.queue)
      #expect(change == [.discardOthers(reason: words)])
      #expect(throws: RuntimeError.self) { try machine.handle(type) }
    }
  }

  @Test("a message that does not fit the state is refused, and nothing changes")
  func unexpected() throws {
    var machine = try Machine.approval("frank")
    try machine.begin()
    let before = machine.state
    for type in MessageType.allCases where !type.overtakes && type != .acknowledgeWorkItemsCreated {
      let payloads = [
        Payload(), Payload(element: .path("none"), pass: 1),
        Payload(element: .path("check"), pass: 9),
      ]
      for payload in payloads
      where ![
        .acknowledgeWorkflowStarted, .acknowledgeWorkflowCompleted, .acknowledgeWorkflowCanceled,
      ].contains(type) {
        let message = machine.message(type, payload)
        #expect(throws: RuntimeError.self, "\(type) \(payload)") {
          try WorkflowRuntime().handle(
            message, of: machine.start, in: before, by: machine.definition,
            lookup: machine.facts, at: machine.now)
        }
      }
    }
  }
}
