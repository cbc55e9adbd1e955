// Lines and subworkflows: instances that an element starts (SPEC 4).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct ChildrenTests {
  private static let lines = Scenario(
    "- { lines: each-line, otherwise: each }\n- { task: header, assign: { user: sue } }"
  ).with(
    "each", "- approval: look\n  steps: [ { step: owner, assign: { field: line.project.owner } } ]",
    head: "level: line")

  private static func given(_ story: Story) throws {
    try story.given(.trip(lines: [("p-1", 100), ("p-2", 200), ("p-3", 300)]))
    try story.when(sam: .submit)
    try story.then(.asks("ann", "bill", "bob"))
  }

  @Test("lines: every line is its own instance, and the element is done when all are")
  func all() throws {
    try Self.lines.play { story in
      try Self.given(story)
      try story.when(bob: .approve, bill: .approve)
      try story.then(.asks("ann"), .history(.childStarted, times: 3))
      try story.when(ann: .approve)
      try story.then(.asks("sue"), .history(.childEnded, times: 3))
    }
  }

  @Test("A denied line makes the element denied: the header goes on, and it ends as rejected")
  func denied() throws {
    try Self.lines.play { story in
      try Self.given(story)
      try story.when(bob: .deny, bill: .approve)
      try story.then(.asks("ann"))
      try story.when(ann: .approve)
      try story.then(.asks("sue"))
      try story.when(sue: .complete)
      try story.then(.status(.rejected), .instance(.completed))
    }
  }

  @Test("A returned line unlocks that line only; the header waits for all lines")
  func returned() throws {
    try Self.lines.play { story in
      try Self.given(story)
      try story.when(ann: .reject)
      try story.then(.asks("bill", "bob", "sam"), .editable(by: nil))
      try story.then(.that { try $0.stored().editableLines == [2: "sam"] })
      try story.edit(by: "sam") { $0.lines[1]["amount"] = .euros(150) }
      try story.then(
        .that { story in
          (try? story.edit(by: "sam") { $0.lines[0]["amount"] = .euros(1) }) == nil
        })
      try story.when(bob: .approve, bill: .approve)
      try story.then(.asks("sam"))
      try story.when(sam: .resubmit)
      try story.then(.asks("ann"), .that { try $0.stored().editableLines.isEmpty })
      try story.when(ann: .approve)
      try story.then(.asks("sue"))
    }
  }

  @Test("A canceled line comes back to the originator, and runs again when resubmitted")
  func canceledLine() throws {
    try Self.lines.play { story in
      try Self.given(story)
      try story.when(carol: .cancel.ofInstance(line: 2))
      try story.then(.asks("bill", "bob", "sam"), .item(of: "sam") { $0.line == 2 })
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "bill", "bob"))
    }
  }

  @Test("Recalling the parent cancels its waiting children first, and ends when all have answered")
  func recalled() throws {
    try Self.lines.play { story in
      try Self.given(story)
      try story.when(bob: .approve, sam: .recall)
      try story.then(.status(.draft), .instance(.canceled), .asksNobody)
      try story.then(
        .that { story in
          try story.read { try $0.instances(.init(document: story.document(), limit: 9)) }
            .map(\.status).filter { $0 == .canceled }.count == 3
        })
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"))
    }
  }

  @Test("A stopped child leaves the parent pending, waiting for it")
  func stoppedChild() throws {
    try Scenario("- { lines: each-line, otherwise: each }")
      .with("each", "- { automated: post, run: post }", head: "level: line")
      .play { story in
        try story.given(.trip(lines: [("p-1", 100)]), .broken("post"))
        try story.when(sam: .submit)
        try story.wait(.hours(1))
        try story.then(.instance(.pending), .ran())
        try story.given(.mended("post"))
        try story.when(carol: .resume.ofInstance(line: 1))
        try story.then(.status(.approved), .ran("post"))
      }
  }

  @Test("Lines are those at the element's start")
  func none() throws {
    try Self.lines.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("sue"))
    }
  }

  private static func related(wait: Bool) -> Scenario {
    Scenario(
      """
      - { subworkflow: advance, workflow: settle, document: related, wait: \(wait) }
      - { task: last, assign: { user: sue } }
      """
    ).with(
      "settle", "- approval: settle\n  steps: [ { step: one, assign: { user: ann } } ]",
      head: "priority: -5")
  }

  private static func givenRelated(_ story: Story) throws {
    try story.given(.trip("advance"))
    let id = try story.document("advance")
    try story.given(.trip("trip", fields: ["related": .text(id.rawValue)]))
    try story.when(sam: .submit)
  }

  @Test("A dependent subworkflow is waited for; the related document is approved by itself")
  func dependent() throws {
    try Self.related(wait: true).play { story in
      try Self.givenRelated(story)
      try story.then(.asks("ann"), .status(.inReview, of: "advance"))
      try story.when(ann: .approve.on("advance"))
      try story.then(.asks("sue"), .status(.approved, of: "advance"), .status(.inReview))
    }
  }

  @Test("An independent subworkflow lives on: the parent goes on at once, and may be recalled")
  func independent() throws {
    try Self.related(wait: false).play { story in
      try Self.givenRelated(story)
      try story.then(.asks("ann", "sue"))
      try story.when(sam: .recall.on("trip"))
      try story.then(.asks("ann"), .status(.draft, of: "trip"))
      try story.when(ann: .approve.on("advance"))
      try story.then(.status(.approved, of: "advance"))
    }
  }

  @Test("A dependent child is recalled only through its root")
  func throughRoot() throws {
    try Self.related(wait: true).play { story in
      try Self.givenRelated(story)
      try story.then(.refuses("sam", .recall.on("advance")))
      try story.when(sam: .recall.on("trip"))
      try story.then(.status(.draft, of: "trip"), .status(.draft, of: "advance"), .asksNobody)
    }
  }

  @Test("A denied subworkflow makes the element denied")
  func deniedSubworkflow() throws {
    try Self.related(wait: true).play { story in
      try Self.givenRelated(story)
      try story.when(ann: .deny.on("advance"), sue: .complete.on("trip"))
      try story.then(.status(.rejected, of: "trip"), .status(.rejected, of: "advance"))
    }
  }
}
