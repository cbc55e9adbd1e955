// Approvals: steps, conditions, policies, sending back (SPEC 4, 6).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ApprovalTests {
  @Test(
    "a step is decided as its policy says",
    arguments: [
      ("single", 1), ("all", 4), ("majority", 3), ("50%", 2), ("51%", 3), ("100%", 4), ("1%", 1),
    ])
  func policies(_ policy: String, _ needed: Int) throws {
    var machine = try Machine.approval("frank, sue, ann, bob", policy: policy)
    try machine.begin()
    let people: [PersonID] = ["frank", "sue", "ann", "bob"]
    #expect(machine.asked == people)
    for (index, person) in people.prefix(needed).enumerated() {
      #expect(machine.status == .pending, "after \(index) answers")
      try machine.answer(.approve, by: person)
    }
    #expect(machine.status == .completed)
    #expect(machine.document?.status == .approved)
    #expect(machine.open.isEmpty)
  }

  @Test(
    "one rejection rejects the step, a request and a denial decide it, under every policy",
    arguments: ["single", "all", "majority", "50%"])
  func rejection(_ policy: String) throws {
    for (answer, status) in [
      (Answer.Outcome.reject, DocumentStatus.rejected), (.requestChange, .changeRequested),
      (.deny, .rejected),
    ] {
      var machine = try Machine.approval("frank, sue, ann", policy: policy)
      try machine.begin()
      if policy == "all" { try machine.answer(.approve, by: "sue") }
      try machine.answer(answer, by: "frank")
      #expect(machine.document?.status == status)
      #expect(machine.status == (answer == .deny ? .completed : .pending))
      #expect(
        machine.open.map(\.kind)
          == (answer == .deny ? [] : [answer == .reject ? .return : .changeRequested]))
    }
  }

  @Test("steps run one after another; one whose condition is false is skipped")
  func steps() throws {
    var machine = try Machine(
      """
        - approval: check
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, when: amount > 1000, assign: { user: sue } }
            - { step: three, assign: { user: ann } }
      """)
    try machine.begin()
    #expect(machine.asked == ["frank"])
    try machine.answer(.approve, by: "frank")
    #expect(machine.asked == ["ann"])
    #expect(machine.history.contains { $0.event == .stepSkipped && $0.step == "two" })
    try machine.answer(.approve, by: "ann")
    #expect(machine.status == .completed)
  }

  @Test("an approval without a step whose condition holds is completed")
  func noStep() throws {
    var machine = try Machine(
      """
        - approval: check
          steps: [ { step: one, when: amount > 1000, assign: { user: frank } } ]
      """)
    try machine.begin()
    #expect(machine.status == .completed && machine.document?.status == .approved)
  }

  @Test("an answer after the decision is recorded and changes nothing")
  func late() throws {
    var machine = try Machine.approval("frank, sue")
    try machine.begin()
    let item = machine.open[1]
    let late = Payload(
      element: item.element, pass: item.pass, step: item.step,
      answer: Answer(
        item: WorkItemID(2), outcome: .reject, actor: Actor("sue"), onBehalfOf: "sue",
        comment: nil, givenAt: machine.now, revision: 1))
    var posts = try first(machine, .workItemAnswered, answering: "frank")
    let state = try #require(posts.state as InstanceState?)
    posts = try WorkflowRuntime().handle(
      machine.message(.workItemAnswered, late), of: machine.start, in: state,
      by: machine.definition, lookup: machine.facts, at: machine.now)
    #expect(posts.history.map(\.event) == [.answerDiscarded])
    #expect(posts.state == state && posts.posts.isEmpty)
  }

  private func first(
    _ machine: Machine, _ type: MessageType, answering person: PersonID
  ) throws -> Transition {
    var machine = machine
    let item = machine.open[0]
    let answer = Answer(
      item: WorkItemID(1), outcome: .approve, actor: Actor(person), onBehalfOf: person,
      comment: nil, givenAt: machine.now, revision: 1)
    return try WorkflowRuntime().handle(
      machine.message(
        type, Payload(element: item.element, pass: item.pass, step: item.step, answer: answer)),
      of: machine.start, in: machine.state, by: machine.definition, lookup: machine.facts,
      at: machine.now)
  }

  @Test("a resubmission restarts the element that sent back, at its first step, in a new pass")
  func resubmission() throws {
    var machine = try Machine(
      """
        - task: before
          assign: { user: bob }
        - approval: check
          steps:
            - { step: one, assign: { user: frank } }
            - { step: two, assign: { user: sue } }
      """)
    try machine.begin()
    try machine.answer(.complete, by: "bob")
    try machine.answer(.approve, by: "frank")
    try machine.answer(.reject, by: "sue")
    #expect(machine.asked == ["sam"] && machine.document?.editableBy == "sam")
    #expect(machine.open.first?.instructions == "words")
    try machine.answer(.resubmit, by: "sam")
    #expect(machine.asked == ["frank"])
    #expect(machine.state?.elements["check"]?.pass == 2)
    #expect(machine.state?.elements["before"]?.pass == 1)
  }

  @Test("a returned document of a disabled originator goes to the originator's manager")
  func disabledOriginator() throws {
    var machine = try Machine.approval("frank")
    machine.originator = "kim"
    try machine.begin()
    try machine.answer(.reject, by: "frank")
    #expect(machine.asked == ["sue"])
    #expect(machine.document?.editableBy == "sue")
    #expect(machine.history.last { $0.event == .personPassedOver }?.detail == "kim: disabled")
  }

  @Test("a change is asked of the chosen person, or of the originator")
  func addressee() throws {
    for chosen in [nil, "bob"] as [PersonID?] {
      var machine = try Machine.approval("frank")
      try machine.begin()
      try machine.answer(.requestChange, by: "frank", addressee: chosen)
      #expect(machine.asked == [chosen ?? "sam"])
      #expect(machine.document?.editableBy == chosen ?? "sam")
    }
  }
}

extension ElementPath {
  /// A path as it is written, for tests.
  static func path(_ text: String) -> ElementPath { ElementPath(parsing: text) }
}

extension [ElementPath: ElementState] {
  subscript(_ path: String) -> ElementState? { self[ElementPath(parsing: path)] }
}
