// Microsoft's other examples: tasks, decisions by hand, escalation, delegation, queues, lines.

import Testing
import Workflow

@Suite struct ExampleTests {
  @Test("A task for three people that one of them accepts and completes")
  func threePeople() throws {
    try Scenario("- { task: receipts, assign: { users: [ann, bob, bill] } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"))
      try story.when(bob: .accept)
      try story.then(
        .asks("bob"), .refuses("ann", .accept, because: "Bob Ost"), .refuses("ann", .complete))
      try story.when(bob: .complete)
      try story.then(.status(.approved), .asksNobody)
    }
  }

  @Test("Overdue to the first, then to the second escalation, then the final reject")
  func escalation() throws {
    try Scenario(
      """
      - approval: manager
        steps:
          - step: manager
            assign: { user: frank }
            limit: 3 days
            escalate:
              - { assign: { user: sue }, limit: 2 days }
              - { assign: { user: hugo }, limit: 1 day }
              - { finally: reject }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("frank"), .due("frank", after: .days(3)))
      try story.wait(.days(3))
      try story.then(.asks("sue"), .actsFor("frank", by: "sue"), .due("sue", after: .days(5)))
      try story.then(.closed("frank", as: .escalated))
      try story.wait(.days(2))
      try story.then(.asks("hugo"), .actsFor("frank", by: "hugo"), .due("hugo", after: .days(6)))
      try story.wait(.days(1))
      try story.then(.asks("sam"), .item(.return, of: "sam"), .status(.rejected))
      try story.then(.history(.escalated, times: 2), .history(.rejected, times: 1))
    }
  }

  @Test("A manual decision with one branch that does a task first")
  func manualDecision() throws {
    let audit = Scenario(
      """
      - choice: audit
        assign: { user: ann }
        outcomes:
          call: { title: Call first, elements: [ { task: call-manager, assign: { user: bob } } ] }
          skip: { title: No call needed }
      - approval: manager
        steps: [ { step: only, assign: { user: frank } } ]
      """)
    try audit.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .choose("call"))
      try story.then(.asks("bob"))
      try story.when(bob: .complete)
      try story.then(.asks("frank"))
      try story.when(frank: .approve)
      try story.then(.status(.approved))
    }
    try audit.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .choose("skip"))
      try story.then(.asks("frank"))
    }
  }

  @Test("The delegate answers for the delegator, and again in her own step")
  func delegation() throws {
    try Scenario(
      """
      - approval: management
        steps:
          - { step: manager, assign: { user: frank } }
          - { step: director, assign: { user: ann } }
      """,
      organization: "delegations: [ { from: frank, to: ann, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann"), .actsFor("frank", by: "ann"))
      try story.when(ann: .approve)
      try story.then(.asks("ann"), .actsFor("ann", by: "ann"), .status(.inReview))
      try story.when(ann: .approve)
      try story.then(.status(.approved))
      try story.then(
        .that {
          try $0.history().filter { $0.event == .approved }.map(\.onBehalfOf) == ["frank", "ann"]
        })
    }
  }

  @Test("Rules choose the queue: the first that holds, else the otherwise")
  func queueRules() throws {
    let scenario = Scenario("- { task: check, assign: { queue: by-size } }")
    try scenario.play { story in
      try story.given(.trip(amount: 20_000))
      try story.when(sam: .submit)
      try story.then(.asks("hans", "ivan"), .item(of: "hans") { $0.queue == "budget" })
    }
    try scenario.play { story in
      try story.given(.trip(amount: 5_000))
      try story.when(sam: .submit)
      try story.then(.asks("kim"), .item(of: "kim") { $0.queue == "tax" })
      try story.when(kim: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("Lines to three people by project, and then the header")
  func lines() throws {
    try Scenario(
      """
      - lines: projects
        route:
          - { when: line.project == "p-1", workflow: first-line }
          - { when: line.project == "p-2", workflow: second-line }
        otherwise: other-line
      - approval: header
        steps: [ { step: manager, assign: { user: frank } } ]
      """
    )
    .with("first-line", "- { task: look, assign: { user: bob } }", head: "level: line")
    .with("second-line", "- { task: look, assign: { user: ann } }", head: "level: line")
    .with("other-line", "- { task: look, assign: { user: bill } }", head: "level: line")
    .play { story in
      try story.given(.trip(lines: [("p-1", 100), ("p-2", 200), ("p-9", 300)]))
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"), .item(of: "ann") { $0.line == 2 })
      try story.when(ann: .complete, bob: .complete)
      try story.then(.asks("bill"), .status(.inReview))
      try story.when(bill: .complete)
      try story.then(.asks("frank"))
      try story.when(frank: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("Activation conditions with a default: the largest, the foreign, and all the others")
  func activation() throws {
    let scenario = Scenario("- { task: usual, assign: { user: ann } }", head: "priority: 0")
    let foreign = "activation: country != \"DK\"\npriority: 10"
    let large = "activation: amount > 10000\npriority: 20"
    let all =
      scenario
      .with("foreign", "- { task: foreign, assign: { user: bob } }", head: foreign)
      .with("large", "- { task: large, assign: { user: sue } }", head: large)
    try all.play { story in
      try story.given(.trip(amount: 20_000, fields: ["country": "SE"]))
      try story.when(sam: .submit)
      try story.then(.asks("sue"))
      try story.given(.trip("second", amount: 500, fields: ["country": "SE"]))
      try story.when(sam: .submit)
      try story.then(.asks("bob", "sue"))
      try story.given(.trip("third", amount: 500))
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bob", "sue"))
    }
  }

  @Test("Several owners of a dimension in one step: all are asked at the same time")
  func ownersTogether() throws {
    try Scenario(
      """
      - approval: owners
        steps: [ { step: projects, assign: { field: lines.project.owner }, policy: all } ]
      """
    ).play { story in
      try story.given(.trip(lines: [("p-1", 100), ("p-2", 200), ("p-1", 300)]))
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bob"))
      try story.when(ann: .approve)
      try story.then(.status(.inReview), .asks("bob"))
      try story.when(bob: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("Several owners of a dimension in two steps: one after the other")
  func ownersInTurn() throws {
    try Scenario(
      """
      - approval: owners
        steps:
          - { step: main, assign: { field: project.owner } }
          - { step: others, assign: { field: lines.project.owner }, policy: all }
      """
    ).play { story in
      try story.given(.trip(fields: ["project": "p-3"], lines: [("p-1", 100), ("p-2", 200)]))
      try story.when(sam: .submit)
      try story.then(.asks("bill"))
      try story.when(bill: .approve)
      try story.then(.asks("ann", "bob"))
      try story.when(bob: .approve, ann: .approve)
      try story.then(.status(.approved))
    }
  }
}
