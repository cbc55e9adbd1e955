// Elements that ask people (SPEC 4): approval, task and choice, and what each may carry.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct PeopleElementTests {
  @Test("An approval has ordered steps; a step whose condition is false is skipped")
  func steps() throws {
    try Scenario(
      """
      - approval: management
        steps:
          - { step: pair, assign: { users: [ann, bob] }, policy: all }
          - { step: foreign, when: country != "DK", assign: { user: bill } }
          - { step: last, assign: { user: sue } }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bob"))
      try story.when(bob: .approve)
      try story.then(.asks("ann"))
      try story.when(ann: .approve)
      try story.then(.asks("sue"), .history(.stepSkipped, at: "foreign", times: 1))
      try story.then(.history(.conditionEvaluated, saying: "country"))
    }
  }

  @Test("The first to accept owns a task; completing accepts; only who accepted may complete")
  func task() throws {
    try Scenario("- { task: receipts, assign: { group: receipts } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit, kim: .accept)
      try story.then(.asks("kim"), .refuses("ivan", .accept, because: "Kim Ro"))
      try story.then(.refuses("ivan", .complete))
      try story.when(kim: .release)
      try story.then(.asks("ivan", "kim"))
      try story.when(ivan: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("A task's outcomes may be named by the workflow; each does what it says")
  func outcomes() throws {
    let task = Scenario(
      """
      - task: look
        assign: { user: ann }
        outcomes:
          fine: complete
          good-enough: complete
          wrong: { title: Not right, do: return }
          unclear: request-change
          hopeless: deny
      """)
    let cases: [(String, DocumentStatus)] = [
      ("fine", .approved), ("good-enough", .approved), ("wrong", .rejected),
      ("unclear", .changeRequested), ("hopeless", .rejected),
    ]
    for (outcome, status) in cases {
      try task.play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.then(.refuses("ann", .complete))
        try story.when(ann: .choose(outcome))
        try story.then(.status(status))
      }
    }
  }

  @Test("A choice is accepted as a task is, and one of its named outcomes is picked")
  func choice() throws {
    try Scenario(
      """
      - choice: audit
        assign: { group: receipts }
        outcomes:
          deep: { elements: [ { task: books, assign: { user: bob } } ] }
          none: { title: No audit }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.item(of: "kim") { $0.outcomes.map(\.name) == ["deep", "none"] })
      try story.when(kim: .accept)
      try story.then(.asks("kim"), .refuses("ivan", .choose("none")))
      try story.then(.refuses("kim", .choose("nome"), because: "none"))
      try story.when(kim: .choose("deep"))
      try story.then(.asks("bob"))
      try story.when(bob: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("A task may carry an automatic action, an escalation, a limit and allowed actions")
  func taskCarries() throws {
    let task = Scenario(
      """
      - task: look
        assign: { queue: tax }
        automatic: { when: amount < 100, do: complete }
        limit: 1 day
        escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: complete } ]
        allow: [complete, reject]
      """)
    try task.play { story in
      try story.given(.trip(amount: 50))
      try story.when(sam: .submit)
      try story.then(
        .status(.approved), .history(.automaticAction), .history(.workItemsCreated, times: 0))
    }
    try task.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.refuses("kim", .requestChange), .refuses("kim", .delegate(to: "ann")))
      try story.wait(.days(1))
      try story.then(.asks("sue"))
      try story.wait(.days(1))
      try story.then(.status(.approved))
    }
  }

  @Test("An approval may carry an automatic action, a limit of the whole and allowed actions")
  func approvalCarries() throws {
    let approval = Scenario(
      """
      - approval: management
        automatic: { when: amount < 100, do: approve }
        limit: 3 days
        finally: approve
        allow: [approve, reject]
        steps:
          - { step: one, assign: { user: ann } }
          - { step: two, assign: { user: bob } }
      """)
    try approval.play { story in
      try story.given(.trip(amount: 50))
      try story.when(sam: .submit)
      try story.then(.status(.approved), .history(.automaticAction))
    }
    try approval.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.refuses("ann", .deny), .refuses("ann", .requestChange))
      try story.wait(.days(2))
      try story.when(ann: .approve)
      try story.then(.asks("bob"), .due("bob", after: .days(3)))
      try story.wait(.days(1))
      try story.then(.status(.approved), .asksNobody)
    }
  }

  @Test("A choice may carry a queue, an escalation and a limit; the system picks an outcome")
  func choiceCarries() throws {
    try Scenario(
      """
      - choice: audit
        assign: { queue: budget }
        outcomes: { deep: { elements: [ { task: books, assign: { user: bob } } ] }, none: }
        limit: 1 day
        escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: deep } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("hans", "ivan"))
      try story.wait(.days(1))
      try story.then(.asks("sue"))
      try story.wait(.days(1))
      try story.then(.asks("bob"))
    }
  }

  @Test(
    "What an element may not carry is refused where it stands",
    arguments: [
      "- { task: t, assign: { user: ann }, policy: all }",
      "- { task: t, assign: { user: ann }, when: amount > 5 }",
      "- { task: t, assign: { user: ann }, final-approver: { user: erin } }",
      "- { approval: a, assign: { user: ann }, steps: [ { step: s, assign: { user: ann } } ] }",
      "- { approval: a, policy: all, steps: [ { step: s, assign: { user: ann } } ] }",
      "- { approval: a, when: amount > 5, steps: [ { step: s, assign: { user: ann } } ] }",
      "- { approval: a, steps: [ { step: s, assign: { user: ann }, allow: [approve] } ] }",
      "- { approval: a, steps: [ { step: s, assign: { user: ann }, final-approver: { user: erin } } ] }",
      "- { approval: a, steps: [ { step: s, assign: { user: ann }, automatic: { when: amount < 5, do: approve } } ] }",
      "- { choice: c, assign: { user: ann }, outcomes: { a: }, policy: all }",
      "- { choice: c, assign: { user: ann }, outcomes: { a: }, allow: [complete] }",
      "- { choice: c, assign: { user: ann }, outcomes: { a: }, final-approver: { user: erin } }",
      "- { choice: c, assign: { user: ann }, outcomes: { a: }, automatic: { when: amount < 5, do: complete } }",
      "- { approval: a, limit: 2 days, steps: [ { step: s, assign: { user: ann }, limit: 1 day } ] }",
    ])
  func mayNotCarry(_ element: String) throws {
    let text = Scenario.File(id: "w", head: "priority: 0", elements: element).text
    let (definition, findings) = WorkflowDefinition.parse(text, file: "w.yaml")
    #expect(definition == nil)
    #expect(findings.first?.location.line == 6, "\(findings)")
  }

  @Test("Whatever a person does has a subject and instructions, filled in and in their language")
  func texts() throws {
    try Scenario(
      """
      - task: look
        subject: { en: "Check {document.title}, {amount}", da: "Se på {document.title}" }
        instructions: "From {country}."
        assign: { user: ann }
      - { task: again, subject: { en: "Again", da: "Igen" }, assign: { user: bob } }
      """
    ).play { story in
      try story.given(.organization("name: Bob Ost }", becomes: "name: Bob Ost, language: da }"))
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.item(of: "ann") { $0.subject.hasPrefix("Check Trip, ") })
      try story.then(.item(of: "ann") { $0.instructions == "From DK." })
      try story.when(ann: .complete)
      try story.then(.item(of: "bob") { $0.subject == "Igen" })
    }
  }

  @Test("An automatic action is evaluated each time the element starts; the values are in history")
  func automaticAgain() throws {
    try Scenario(
      """
      - task: look
        assign: { user: ann }
        automatic: { when: amount < 100, do: complete }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .reject)
      try story.edit(by: "sam") { $0.fields["amount"] = .euros(50) }
      try story.when(sam: .resubmit)
      try story.then(.status(.approved), .asksNobody)
      try story.then(.history(.conditionEvaluated, times: 2, saying: "amount"))
    }
  }
}
