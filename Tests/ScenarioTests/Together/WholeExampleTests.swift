// The workflow of SPEC 13 from its first element to its last.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct WholeExampleTests {
  private static let whole = Scenario(
    """
    - task: review-receipts
      subject: "Receipts of {document.title}"
      assign: { group: receipts, fallback: { administrators: true } }
      automatic: { when: amount < 100, do: complete }
      limit: 2 days
      allow: [complete, reject, request-change, delegate]
    - approval: management
      automatic: { when: amount < 100, do: approve }
      final-approver: { user: erin, otherwise: carol }
      steps:
        - step: manager
          assign: { hierarchy: manager, from: originator, until: signing_limit >= amount, take: last, at-top: take }
          limit: 3 days
          remind: [1 day before]
          policy: single
          escalate:
            - { assign: { user: donna }, limit: 1 day }
            - { finally: reject }
        - step: board
          when: amount > 10000
          assign: { users: [ann, sue, bill] }
          policy: majority
    - choice: audit
      assign: { user: hugo }
      outcomes:
        call: { title: Call the manager first, elements: [ { task: call-manager, assign: { user: bob } } ] }
        skip: { title: No call needed }
    - parallel: checks
      join: all
      branches:
        - { branch: budget, elements: [ { task: check-budget, assign: { queue: budget } } ] }
        - { branch: tax, elements: [ { decision: foreign, when: country != "DK", yes: [ { task: check-tax, assign: { user: kim } } ] } ] }
    - lines: line-approvals
      route: [ { when: line.project == "p-1", workflow: project-line } ]
      otherwise: expense-line
    - repeat: second-look
      while: lines.any(amount > 5000) and not document.reviewed
      at-most: 2
      elements: [ { task: look-again, assign: { owner: true }, outcomes: { fine: complete, wrong: return } } ]
    - subworkflow: advance
      workflow: settle-advance
      document: related
      wait: true
    - automated: post
      run: post
    """, head: "owner: carol\nactivation: country != \"XX\"\nsubmitter-may-approve: false"
  )
  .with(
    "project-line", "- { task: look, assign: { field: line.project.owner } }", head: "level: line"
  )
  .with("expense-line", "- { task: look, assign: { user: ann } }", head: "level: line")
  .with(
    "settle-advance", "- { task: settle, assign: { user: donna } }",
    head: "activation: country == \"XX\"")

  @Test("The whole example of SPEC 13 runs from the receipts to the posting")
  func everything() throws {
    try Self.whole.play { story in
      try story.given(.trip("advance"))
      let advance = try story.document("advance")
      try story.given(
        .trip(
          "trip", amount: 20_000,
          fields: ["country": "SE", "related": .text(advance.rawValue), "reviewed": false],
          lines: [("p-1", 6_000), ("p-2", 200)]))
      try story.when(sam: .submit)
      try story.then(.asks("ivan", "kim"), .due("kim", after: .days(2)))
      try story.when(kim: .complete)
      try story.then(.asks("sue"), .due("sue", after: .days(3)))
      try story.wait(.days(3))
      try story.then(.asks("donna"), .actsFor("sue", by: "donna"), .history(.reminded, times: 1))
      try story.when(donna: .approve)
      try story.then(.asks("ann", "bill", "sue"))
      try story.when(ann: .approve, bill: .approve)
      try story.then(.asks("hugo"), .closed("sue", as: .notNeeded))
      try story.when(hugo: .choose("call"))
      try story.then(.asks("bob"))
      try story.when(bob: .complete)
      try story.then(.asks("hans", "ivan", "kim"))
      try story.when(kim: .complete, hans: .complete)
      try story.then(.asks("ann", "bob"))
      try story.when(ann: .complete, bob: .complete)
      try story.then(.asks("carol"))
      try story.when(carol: .choose("fine"), carol: .choose("fine"))
      try story.then(.asks("donna"), .status(.inReview, of: "advance"))
      try story.when(donna: .complete.on("advance"))
      try story.then(.ran("post"), .status(.approved), .status(.approved, of: "advance"))
    }
  }

  @Test("A small one goes through by itself where it may")
  func small() throws {
    try Self.whole.play { story in
      try story.given(.trip(amount: 50, fields: ["reviewed": false], lines: [("p-2", 50)]))
      try story.when(sam: .submit)
      try story.then(.asks("hugo"), .history(.automaticAction, times: 2))
      try story.when(hugo: .choose("skip"), ivan: .complete, ann: .complete)
      try story.then(.status(.approved), .ran("post"))
    }
  }
}
