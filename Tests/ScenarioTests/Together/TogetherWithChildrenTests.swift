// Rules that meet where elements have children.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct TogetherWithChildrenTests {
  @Test("A recall cancels a child that is stopped as well")
  func recallWithStoppedChild() throws {
    try Scenario("- { lines: each-line, otherwise: each }")
      .with(
        "each", "- { task: look, assign: { user: ann } }\n- { automated: post, run: post }",
        head: "level: line"
      )
      .play { story in
        try story.given(.trip(lines: [("p-1", 100), ("p-2", 200)]), .broken("post"))
        try story.when(sam: .submit, ann: .complete.ofLine(1))
        try story.wait(.hours(1))
        try story.then(.asks("ann"), .instance(.pending))
        try story.when(sam: .recall)
        try story.then(.status(.draft), .instance(.canceled), .asksNobody, .ran())
      }
  }

  @Test("A canceled subworkflow returns the document; resubmitting starts it again")
  func canceledSubworkflow() throws {
    try Scenario("- { subworkflow: advance, workflow: settle, document: related }")
      .with("settle", "- { task: settle, assign: { user: ann } }", head: "priority: -5")
      .play { story in
        try story.given(.trip("advance"))
        let id = try story.document("advance")
        try story.given(.trip("trip", fields: ["related": .text(id.rawValue)]))
        try story.when(sam: .submit)
        try story.when(carol: .cancel.on("advance"))
        try story.then(.asks("sam"), .status(.rejected, of: "trip"), .status(.draft, of: "advance"))
        try story.when(sam: .resubmit.on("trip"))
        try story.then(.asks("ann"), .status(.inReview, of: "advance"))
        try story.when(ann: .complete.on("advance"))
        try story.then(.status(.approved, of: "trip"), .status(.approved, of: "advance"))
      }
  }

  @Test("A branch that a join cancels takes its children and its limits with it")
  func canceledBranch() throws {
    try Scenario(
      """
      - parallel: checks
        join: 1
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: bill } } ] }
          - { branch: b, elements: [ { lines: each-line, otherwise: each } ] }
          - { branch: c, elements: [ { task: two, assign: { user: bob }, limit: 1 day } ] }
      - { task: last, assign: { user: sue } }
      """
    )
    .with("each", "- { task: look, assign: { user: ann }, limit: 1 day }", head: "level: line")
    .play { story in
      try story.given(.trip(lines: [("p-1", 100), ("p-2", 200)]))
      try story.when(sam: .submit)
      try story.then(.asks("ann", "ann", "bill", "bob"))
      try story.when(bill: .complete)
      try story.then(.asks("sue"), .history(.branchCanceled, times: 2))
      try story.wait(.days(2))
      try story.then(.asks("sue"), .history(.overdue, times: 0))
    }
  }

  @Test("A header that was approved before its line changed is approved again")
  func lineChanged() throws {
    try Scenario(
      """
      - approval: header
        steps: [ { step: only, assign: { user: frank } } ]
      - { lines: each-line, otherwise: each }
      - { task: last, assign: { user: sue } }
      """
    )
    .with(
      "each", "- { approval: look, steps: [ { step: s, assign: { user: ann } } ] }",
      head: "level: line"
    )
    .play { story in
      try story.given(.trip(lines: [("p-1", 100)]))
      try story.when(sam: .submit, frank: .approve, ann: .reject)
      try story.edit(by: "sam") { $0.lines[0]["amount"] = .euros(99_000) }
      try story.when(sam: .resubmit, ann: .approve)
      try story.then(.asks("frank"), .item(of: "frank") { $0.changes != nil })
      try story.when(frank: .approve)
      try story.then(.asks("sue"), .item(of: "sue") { $0.changes == nil })
      try story.when(sue: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("A line that changes nothing asks nobody again; nor does keep-approvals")
  func lineKept() throws {
    for (head, amount) in [("priority: 0", 100), ("keep-approvals: true", 99_000)] {
      try Scenario(
        """
        - { approval: header, steps: [ { step: only, assign: { user: frank } } ] }
        - { lines: each-line, otherwise: each }
        - { task: last, assign: { user: sue } }
        """, head: head
      )
      .with("each", "- { task: look, assign: { user: ann } }", head: "level: line")
      .play { story in
        try story.given(.trip(lines: [("p-1", 100)]))
        try story.when(sam: .submit, frank: .approve, ann: .reject)
        try story.edit(by: "sam") { $0.lines[0]["amount"] = .euros(amount) }
        try story.when(sam: .resubmit, ann: .complete)
        try story.then(.asks("sue"))
      }
    }
  }

  @Test("A restart of the workflow runs the lines again, with those that the document has then")
  func linesAgain() throws {
    try Scenario(
      "- { lines: each-line, otherwise: each }\n- { task: last, assign: { user: sue }, restart: workflow }"
    )
    .with("each", "- { task: look, assign: { field: line.project.owner } }", head: "level: line")
    .play { story in
      try story.given(.trip(lines: [("p-1", 100)]))
      try story.when(sam: .submit, bob: .complete, sue: .reject)
      try story.edit(by: "sam") { content in
        content.lines.append(["item": "Train", "project": "p-2", "amount": .euros(20)])
      }
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "bob"))
      try story.when(ann: .complete, bob: .complete)
      try story.then(.asks("sue"))
    }
  }
}
