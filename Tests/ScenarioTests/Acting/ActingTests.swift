// What people may do, and how it can be taken back or handed over (SPEC 7).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct ActingTests {
  private static let manager = Scenario(
    "- approval: manager\n  steps: [ { step: manager, assign: { user: frank }, limit: 2 days } ]")

  @Test("The originator submits, resubmits and recalls; nobody else does")
  func originator() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.then(.refuses("ann", .submit), .refuses("frank", .submit))
      try story.when(sam: .submit)
      try story.then(.refuses("ann", .recall), .refuses("frank", .recall))
      try story.when(frank: .reject)
      try story.then(.refuses("ann", .resubmit), .refuses("frank", .resubmit))
      try story.when(sam: .recall)
      try story.then(.status(.draft))
    }
  }

  @Test("Who is not assigned is refused with the reason in words")
  func notAssigned() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      for deed in [Deed.approve, .reject, .requestChange, .deny] {
        try story.then(.refuses("ann", deed, because: "not assigned"))
        try story.then(.refuses("sam", deed, because: "manager"))
      }
    }
  }

  @Test("Reject and request change require a comment; others take one")
  func comments() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.refuses("frank", .reject.saying(nil), because: "comment"))
      try story.then(.refuses("frank", .requestChange.saying(" "), because: "comment"))
      try story.when(frank: .approve.saying("Fine"))
      try story.then(.history(.approved, saying: "Fine"), .status(.approved))
    }
  }

  @Test("Anyone involved may comment; strangers may not")
  func involved() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .comment.saying("I will look tomorrow"))
      try story.then(.history(.commented, saying: "tomorrow"), .refuses("bill", .comment))
    }
  }

  @Test("Administrators reassign, resume, skip and cancel; nobody else does")
  func administrators() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      for deed in [Deed.reassign(to: "ann"), .skip(as: .completed), .cancel, .resume] {
        try story.then(.refuses("frank", deed), .refuses("sam", deed))
      }
      try story.when(carol: .reassign(to: "ann"))
      try story.then(.asks("ann"), .actsFor("frank", by: "ann"))
      try story.when(carol: .cancel)
      try story.then(.status(.draft), .instance(.canceled), .asksNobody)
    }
  }

  @Test("skip passes an element that cannot be mended, with an outcome and a comment")
  func skipping() throws {
    try Scenario("- { automated: post, run: post }\n- { task: last, assign: { user: ann } }")
      .play { story in
        try story.given(.trip(), .broken("post"))
        try story.when(sam: .submit)
        try story.wait(.hours(1))
        try story.then(.refuses("carol", .skip(as: .completed).saying(nil)))
        try story.when(carol: .skip(as: .completed))
        try story.then(.asks("ann"), .ran(), .history(.skipped))
      }
  }

  @Test("Recall is refused once the instance is completed")
  func recallCompleted() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .approve)
      try story.then(.refuses("sam", .recall))
    }
  }

  @Test("Automated elements that ran stay done at a recall, and are listed to the originator")
  func ranAlready() throws {
    try Scenario("- { automated: post, run: post }\n- { task: last, assign: { user: ann } }")
      .play { story in
        try story.given(.trip())
        try story.when(sam: .submit, sam: .recall)
        try story.then(.ran("post"), .history(.recalled, saying: "post"), .status(.draft))
      }
  }

  @Test("An answer can be taken back by who gave it, within its window")
  func undo() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .approve.withUndo(.seconds(5)))
      try story.then(.status(.inReview), .refuses("ann", .undo))
      try story.wait(.seconds(3))
      try story.when(frank: .undo)
      try story.then(.asks("frank"), .history(.takenBack))
      try story.when(frank: .approve.withUndo(.seconds(5)))
      try story.wait(.seconds(5))
      try story.then(.status(.approved))
    }
  }

  @Test("The answer takes effect earlier when another message of its instance falls due")
  func earlier() throws {
    try Scenario(
      "- approval: board\n  steps: [ { step: s, assign: { users: [ann, bob] }, policy: all } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve.withUndo(.minutes(10)), bob: .approve)
      try story.then(.status(.approved), .refuses("ann", .undo))
    }
  }

  @Test("A limit reached inside the window does not fire; after an undo it fires at once")
  func limitInWindow() throws {
    let scenario = Scenario(
      """
      - approval: manager
        steps:
          - step: manager
            assign: { user: frank }
            limit: 1 hour
            escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: reject } ]
      """)
    for isTakenBack in [false, true] {
      try scenario.play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.wait(.minutes(59))
        try story.when(frank: .approve.withUndo(.minutes(3)))
        try story.wait(.minutes(2))
        try story.then(.history(.escalated, times: 0))
        if isTakenBack {
          try story.when(frank: .undo)
          try story.then(.asks("sue"))
        } else {
          try story.wait(.minutes(1))
          try story.then(.status(.approved), .history(.escalated, times: 0))
        }
      }
    }
  }

  @Test("Acting on an item that is closed fails with who closed it and how")
  func closed() throws {
    try Scenario(
      "- approval: board\n  steps: [ { step: s, assign: { users: [ann, bob] } } ]\n- { task: t, assign: { user: kim } }"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      let item = try story.openItems().first { $0.assignee == "bob" }
      try story.when(ann: .approve)
      try story.then(.refuses("bob", .approve.onItem(item?.id), because: "Ann Vik"))
    }
  }

  @Test(
    "Delegating: the delegate acts for the delegator, whose answer it is; it keeps its due time")
  func delegating() throws {
    try Self.manager.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.when(frank: .delegate(to: "ann"))
      try story.then(.asks("ann"), .actsFor("frank", by: "ann"), .due("ann", after: .days(2)))
      try story.then(.refuses("frank", .approve), .closed("frank", as: .delegated))
      try story.when(ann: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("Standing delegations apply to new items, from their start to their end")
  func standing() throws {
    try Scenario(
      "- { task: look, assign: { user: ann } }",
      organization: "delegations: [ { from: ann, to: bob, start: 2026-03-03, end: 2026-03-04 } ]"
    ).play { story in
      for (name, person) in [("a", "ann"), ("b", "bob"), ("c", "bob"), ("d", "ann")]
        as [(String, PersonID)]
      {
        try story.given(.trip(name))
        try story.when(sam: .submit)
        try story.then(.that { try $0.openItems().last?.visibleTo == [person] })
        try story.wait(.days(1))
      }
      try story.then(.asks("ann", "ann", "bob", "bob"))
    }
  }

  @Test("A rule may be for a type or a workflow; cycles end before the repeat")
  func rules() throws {
    let days = "start: 2026-01-01, end: 2026-12-31"
    try Scenario(
      "- { task: one, assign: { user: ann } }\n- { task: two, assign: { user: bill } }",
      organization: """
        delegations:
          - { from: ann, to: bob, \(days) }
          - { from: bob, to: kim, \(days) }
          - { from: kim, to: ann, \(days) }
          - { from: bill, to: hans, scope: { workflow: usual }, \(days) }
          - { from: bill, to: ivan, scope: all, \(days) }
        """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("kim"), .actsFor("ann", by: "kim"), .history(.delegated))
      try story.when(kim: .complete)
      try story.then(.asks("hans"))
    }
  }

  @Test("Queue members accept, release and move items; others do not")
  func queues() throws {
    try Scenario("- { task: look, assign: { queue: budget } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.refuses("ann", .accept), .refuses("ann", .move(to: "tax")))
      try story.when(ivan: .accept, ivan: .release, ivan: .move(to: "tax"))
      try story.then(.asks("kim"), .history(.moved), .refuses("ivan", .accept))
    }
  }
}
