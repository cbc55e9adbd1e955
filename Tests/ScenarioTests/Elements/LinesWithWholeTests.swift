// Lines and the whole document: what is asked again, and what is on hold (SPEC 4, 6, 8).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct LinesWithWholeTests {
  private static let line =
    "- approval: look\n  limit: 2 days\n"
    + "  steps: [ { step: owner, assign: { field: line.project.owner } } ]"

  private static let inTurn = Scenario(
    """
    - { lines: each-line, otherwise: each }
    - approval: header
      steps: [ { step: one, assign: { user: sue } } ]
    """
  ).with("each", line, head: "level: line")

  private static let besides = Scenario(
    """
    - parallel: both
      branches:
        - { branch: lines, elements: [ { lines: each-line, otherwise: each } ] }
        - branch: header
          elements: [ { approval: header, steps: [ { step: one, assign: { user: sue } } ] } ]
    """
  ).with("each", line, head: "level: line")

  private static func given(_ story: Story) throws {
    try story.given(.trip(lines: [("p-1", 100), ("p-2", 200), ("p-3", 300)]))
    try story.when(sam: .submit)
  }

  @Test(
    "Lines that changed or came while the document was returned are asked again; others are not")
  func askedAgain() throws {
    try Self.inTurn.play { story in
      try Self.given(story)
      try story.when(bob: .approve, ann: .approve, bill: .approve, sue: .reject)
      try story.edit(by: "sam") {
        $0.lines[1]["amount"] = .euros(250)
        $0.lines.append(["item": "Hotel", "project": "p-3", "amount": .euros(50)])
      }
      try story.when(sam: .resubmit)
      try story.then(
        .asks("ann", "bill"),
        .item(of: "ann") { $0.line == 2 && $0.changes?.contains("250") == true },
        .item(of: "bill") { $0.line == 4 })
      try story.when(ann: .approve, bill: .approve)
      try story.then(.asks("sue"))
      try story.when(sue: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("A header that is resubmitted with its lines as they were asks no line again")
  func unchanged() throws {
    try Self.inTurn.play { story in
      try Self.given(story)
      try story.when(bob: .approve, ann: .approve, bill: .approve, sue: .reject, sam: .resubmit)
      try story.then(.asks("sue"), .history(.childStarted, times: 3))
    }
  }

  @Test("Items of lines are on hold while the whole document is sent back, and their limits stand")
  func onHold() throws {
    try Self.besides.play { story in
      try Self.given(story)
      try story.wait(.days(1))
      try story.when(bob: .approve, sue: .reject)
      try story.then(.refuses("ann", .approve, because: "on hold: Sam Holt is asked to change it"))
      try story.wait(.days(4))
      try story.then(.that { try $0.items().allSatisfy { $0.status != .escalated } })
      try story.when(sam: .resubmit)
      try story.then(.due("ann", after: .days(6)), .due("bill", after: .days(6)))
      try story.when(ann: .approve, bill: .approve, sue: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("A line that is at work when the document changes is approved as it says then")
  func underWay() throws {
    let line = """
      - approval: first
        steps: [ { step: owner, assign: { field: line.project.owner } } ]
      - approval: second
        steps: [ { step: kim, assign: { user: kim } } ]
      """
    try Scenario(
      """
      - parallel: both
        branches:
          - { branch: lines, elements: [ { lines: each-line, otherwise: each } ] }
          - branch: header
            elements: [ { approval: header, steps: [ { step: one, assign: { user: sue } } ] } ]
      """
    ).with("each", line, head: "level: line").play { story in
      try story.given(.trip(lines: [("p-1", 100)]))
      try story.when(sam: .submit, bob: .approve, sue: .reject)
      try story.edit(by: "sam") { $0.lines[0]["amount"] = .euros(900) }
      try story.when(sam: .resubmit, kim: .approve)
      try story.then(.asks("bob", "sue"))
      try story.when(bob: .approve, sue: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("A line that is removed while its instance runs is not waited for any more")
  func removed() throws {
    try Self.besides.play { story in
      try Self.given(story)
      try story.when(bob: .approve, ann: .approve, sue: .reject)
      try story.edit(by: "sam") { $0.lines.removeLast() }
      try story.when(sam: .resubmit)
      try story.then(.asks("sue"))
      try story.when(sue: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("Of several canceled lines one can be resubmitted by itself")
  func oneOfSeveral() throws {
    try Self.inTurn.play { story in
      try Self.given(story)
      try story.when(carol: .cancel.ofInstance(line: 1))
      try story.when(carol: .cancel.ofInstance(line: 2))
      try story.edit(by: "sam") { $0.lines[1]["amount"] = .euros(250) }
      try story.when(sam: .resubmit.ofLine(2))
      try story.then(
        .asks("ann", "bill", "sam"), .item(of: "sam") { $0.line == 1 },
        .item(of: "ann") { $0.changes?.contains("250") == true })
    }
  }

  @Test("Resuming a document of which a line is stopped is refused, and the reason names the line")
  func stoppedLine() throws {
    try Scenario("- { lines: each-line, otherwise: each }")
      .with("each", "- { automated: post, run: post }", head: "level: line")
      .play { story in
        try story.given(.trip(lines: [("p-1", 100)]), .broken("post"))
        try story.when(sam: .submit)
        try story.wait(.hours(1))
        try story.then(.refuses("carol", .resume, because: "line 1 is, resume I-000002"))
      }
  }
}
