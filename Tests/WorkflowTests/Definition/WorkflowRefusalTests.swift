// Whatever the language forbids is refused at its line and column, with what to do about it.

import Testing
import Workflow

@Suite struct WorkflowRefusalTests {
  typealias Mistake = (name: String, elements: String, place: String, remedy: String)

  private func expect(_ mistake: Mistake, _ severity: Finding.Severity = .error) {
    let findings = RefusalFiles.findings(mistake.elements)
    let found = findings.first { $0.place.hasPrefix(mistake.place) }
    let all = findings.map(\.description).joined(separator: "\n")
    #expect(found != nil, "\(mistake.name): \(all)")
    #expect(found?.severity == severity, "\(mistake.name)")
    #expect(found?.remedy.contains(mistake.remedy) == true, "\(found?.remedy ?? "")")
    #expect(findings.count == 1, "\(mistake.name): \(all)")
  }

  @Test("Every kind of element is accepted as it is meant")
  func good() {
    let elements = """
        - approval: a
          final-approver: { user: ann, otherwise: sue }
          limit: 10 days
          finally: reject
          steps: [ { step: m, assign: { users: [ann, sue] }, policy: majority, tally: votes } ]
        - choice: c
          assign: { queue: by-size }
          outcomes: { yes: { title: Yes }, no: { elements: [ { task: t, assign: { user: ann } } ] } }
        - parallel: p
          join: 1
          branches:
            - { branch: x, elements: [ { task: t, assign: { field: requester } } ] }
            - { branch: y, elements: [ { automated: post, run: post } ] }
        - lines: l
          route: [ { when: line.amount > 5, workflow: line-one } ]
          otherwise: line-one
        - repeat: r
          while: urgent
          at-most: 3
          elements: [ { task: t, assign: { previous-approver: true } } ]
        - subworkflow: s
          workflow: whole
          document: cash-advance
      """
    #expect(RefusalFiles.findings(elements).map(\.description) == [])
  }

  @Test(
    "A workflow with a key where it may not stand is refused there, and told where it may",
    arguments: [
      ("policy on a task", "policy: all", "a task has no `policy`", "a step of an approval"),
      (
        "final approver on a task", "final-approver: { user: ann }",
        "a task has no `final-approver`", "an approval"
      ),
      ("when on a task", "when: urgent", "a task has no `when`", "a step"),
      (
        "finally on a task", "finally: reject", "a task has no `finally`",
        "the last entry of `escalate`"
      ),
      ("join on a task", "join: all", "a task has no `join`", "a parallel element"),
      (
        "skip-approved on a task", "skip-approved: true", "a task has no `skip-approved`",
        "an approval"
      ),
    ])
  func misplaced(name: String, key: String, message: String, remedy: String) {
    expect((name, "  - task: a\n    assign: { user: ann }\n    \(key)", "8:5 \(message)", remedy))
  }

  @Test(
    "A workflow with a key on another element than may carry it is refused there",
    arguments: [
      (
        "assign on an approval",
        "  - approval: a\n    assign: { user: ann }\n    steps: [ { step: m, assign: { user: ann } } ]",
        "7:5 an approval has no `assign`", "a step of an approval"
      ),
      (
        "escalate on an approval",
        "  - approval: a\n    escalate: []\n    steps: [ { step: m, assign: { user: ann } } ]",
        "7:5 an approval has no `escalate`", "a step of an approval"
      ),
      (
        "automatic on a step",
        "  - approval: a\n    steps:\n      - step: m\n        assign: { user: ann }\n        automatic: { when: urgent, do: approve }",
        "10:9 a step has no `automatic`", "an approval or a task"
      ),
      (
        "final approver on a step",
        "  - approval: a\n    steps:\n      - { step: m, assign: { user: ann }, final-approver: { user: sue } }",
        "8:43 a step has no `final-approver`", "an approval"
      ),
      (
        "allow on a step",
        "  - approval: a\n    steps:\n      - { step: m, assign: { user: ann }, allow: [approve] }",
        "8:43 a step has no `allow`", "an approval or a task"
      ),
      (
        "a queue on a step",
        "  - approval: a\n    steps:\n      - { step: m, assign: { queue: budget } }",
        "8:28 a step of an approval has no `queue`", "a task or a choice"
      ),
      (
        "allow on a choice",
        "  - choice: c\n    assign: { user: ann }\n    outcomes: { a: , b: }\n    allow: [reject]",
        "9:5 a choice has no `allow`", "an approval or a task"
      ),
      (
        "automatic on a choice",
        "  - choice: c\n    assign: { user: ann }\n    outcomes: { a: , b: }\n    automatic: { when: urgent, do: complete }",
        "9:5 a choice has no `automatic`", "an approval or a task"
      ),
      (
        "assign on a parallel element",
        "  - parallel: p\n    assign: { user: ann }\n    branches: [ { branch: x, elements: [ { task: t, assign: { user: ann } } ] } ]",
        "7:5 a parallel element has no `assign`", "a task, a choice"
      ),
      (
        "limit on an automated element", "  - automated: p\n    run: post\n    limit: 1 day",
        "8:5 an automated element has no `limit`", "a task, a choice, a step"
      ),
      (
        "a subject on an automated element",
        "  - automated: p\n    subject: Post\n    run: post",
        "7:5 an automated element has no `subject`", "a task or a choice"
      ),
      (
        "a misspelt way to say who is asked",
        "  - task: a\n    assign: { usr: ann }",
        "7:15 unknown key `usr`", "Did you mean `user`?"
      ),
      (
        "restart on a decision",
        "  - decision: d\n    when: urgent\n    restart: workflow\n    yes: [ { task: t, assign: { user: ann } } ]",
        "8:5 a decision has no `restart`", "a subworkflow"
      ),
      (
        "restart of a task at a step", "  - task: a\n    assign: { user: ann }\n    restart: step",
        "8:14 a task has no steps to restart", "restart: element"
      ),
      (
        "elements in an outcome of a task",
        "  - task: a\n    assign: { user: ann }\n    outcomes: { ok: { do: complete, elements: [] } }",
        "8:37 an outcome of a task has no `elements`", "an outcome of a choice"
      ),
      (
        "an unknown key in a branch",
        "  - parallel: p\n    branches: [ { branch: x, element: [] , elements: [] } ]",
        "7:30 unknown key `element`", "`elements`"
      ),
    ])
  func carried(mistake: Mistake) { expect(mistake) }

  @Test(
    "A workflow with a wrong deadline is refused at its line and column",
    arguments: [
      (
        "limits of an approval and of its step",
        "  - approval: a\n    limit: 5 days\n    steps:\n      - { step: m, assign: { user: ann }, limit: 2 days }",
        "9:43 the step `m` has a limit, and so has the approval", "in line 7"
      ),
      (
        "finally without a limit",
        "  - approval: a\n    finally: reject\n    steps: [ { step: m, assign: { user: ann } } ]",
        "7:5 `finally` acts at a limit, but there is none", "limit: 10 days"
      ),
      (
        "escalation without a limit",
        "  - task: a\n    assign: { user: ann }\n    escalate: [ { finally: reject } ]",
        "8:5 `escalate` begins at a limit, but there is none", "limit: 2 days"
      ),
      (
        "an unknown calendar",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    calendar: offise",
        "9:15 unknown calendar `offise`", "none"
      ),
      (
        "an unknown calendar in an escalation",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate:\n      - { assign: { user: sue }, limit: 1 day, calendar: offise }\n      - { finally: reject }",
        "10:58 unknown calendar `offise`", "none"
      ),
      (
        "an escalation that does not end",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { user: sue }, limit: 1 day } ]",
        "9:17 the last entry of `escalate` is the final action", "finally: complete"
      ),
      (
        "an escalation that goes on after its end",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { finally: reject }, { finally: complete } ]",
        "9:17 `finally` ends the path, but entries follow it", "end of `escalate`"
      ),
      (
        "an escalation entry without a limit",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { user: sue } }, { finally: reject } ]",
        "9:17 `limit` is missing", "limit: 1 day"
      ),
      (
        "an empty escalation",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: []",
        "9:15 `escalate` must be a list with at least one entry", "finally"
      ),
      (
        "an escalation to several users",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { users: [ann, sue] }, limit: 1 day }, { finally: reject } ]",
        "9:27 escalation 1 of task `a` must lead to one person, but `users` names 2 people",
        "Name one person"
      ),
      (
        "an escalation to a group",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { group: both }, limit: 1 day }, { finally: reject } ]",
        "9:27 escalation 1 of task `a` must lead to one person, but the group has 2 members",
        "Name one person"
      ),
      (
        "an escalation to a queue",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { queue: budget }, limit: 1 day }, { finally: reject } ]",
        "9:27 escalation 1 of task `a` must lead to one person, but a queue is no person",
        "Name one person"
      ),
      (
        "an escalation along a hierarchy",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { hierarchy: manager, until: signing_limit > 5, fallback: { user: ann } }, limit: 1 day }, { finally: reject } ]",
        "9:27 escalation 1 of task `a` must lead to one person, but the walk", "Name one person"
      ),
      (
        "an escalation to nobody",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { assign: { user: kim }, limit: 1 day }, { finally: reject } ]",
        "9:27 user kim of escalation 1 of task `a` resolves to nobody, whoever submits", "fallback"
      ),
      (
        "a final action that the element does not have",
        "  - task: a\n    assign: { user: ann }\n    limit: 1 day\n    escalate: [ { finally: approve } ]",
        "9:28 `approve` is no final action of this element", "`complete`, `reject`"
      ),
      (
        "a final action that no outcome has",
        "  - choice: c\n    assign: { user: ann }\n    outcomes: { skip: , call: }\n    limit: 1 day\n    escalate: [ { finally: skipp } ]",
        "10:28 `skipp` is no final action of this element", "Did you mean `skip`?"
      ),
      (
        "complete where outcomes are named",
        "  - task: a\n    assign: { user: ann }\n    outcomes: { fine: complete }\n    limit: 1 day\n    escalate: [ { finally: complete } ]",
        "10:28 `complete` is no final action of this element", "`fine`, `reject`"
      ),
    ])
  func deadlines(mistake: Mistake) { expect(mistake) }
}
