// Rules that meet each other.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct TogetherTests {
  @Test("An answer in its undo window is discarded by a recall")
  func undoAndRecall() throws {
    try Scenario("- { approval: a, steps: [ { step: s, assign: { user: frank } } ] }").play {
      story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .approve.withUndo(.minutes(5)), sam: .recall)
      try story.then(.status(.draft), .instance(.canceled), .refuses("frank", .undo))
      try story.wait(.minutes(10))
      try story.then(.status(.draft), .history(.approved, times: 0))
    }
  }

  @Test("Who has an escalated or delegated item may delegate it on; it stays the first person's")
  func handedOn() throws {
    try Scenario(
      """
      - approval: a
        steps:
          - step: s
            assign: { user: frank }
            limit: 1 day
            escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: reject } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.when(sue: .delegate(to: "ann"), ann: .delegate(to: "bob"))
      try story.then(.asks("bob"), .actsFor("frank", by: "bob"), .due("bob", after: .days(2)))
      try story.when(bob: .approve)
      try story.then(.status(.approved))
      try story.then(
        .that { try $0.history().last { $0.event == .approved }?.onBehalfOf == "frank" })
    }
  }

  @Test("An accepted task that is overdue goes to the escalation; who had it may not complete it")
  func acceptedAndOverdue() throws {
    try Scenario(
      """
      - task: look
        assign: { group: receipts }
        limit: 1 day
        escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: complete } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, kim: .accept)
      try story.wait(.days(1))
      try story.then(.asks("sue"), .refuses("kim", .complete))
      try story.when(sue: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("An orphaned item keeps its limit, which acts")
  func orphanedAndOverdue() throws {
    try Scenario(
      """
      - task: look
        assign: { user: ann }
        limit: 2 days
        escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: complete } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.organization("name: Ann Vik }", becomes: "name: Ann Vik, disabled: true }"))
      try story.then(.asksNobody)
      try story.wait(.days(2))
      try story.then(.asks("sue"))
    }
  }

  @Test("n counts those who are asked, and stays when one of them is disabled")
  func disabledInStep() throws {
    try Scenario(
      """
      - approval: a
        steps:
          - step: s
            assign: { users: [ann, bob, bill, dan], fallback: { user: erin } }
            policy: majority
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"))
      try story.given(.organization("name: Ann Vik }", becomes: "name: Ann Vik, disabled: true }"))
      try story.then(.asks("bill", "bob", "erin"), .actsFor("ann", by: "erin"))
      try story.when(erin: .approve)
      try story.then(.status(.inReview))
      try story.when(bob: .approve)
      try story.then(.status(.approved), .closed("bill", as: .notNeeded))
    }
  }

  @Test("A return inside a round of a repeat restarts that element, and the round goes on")
  func returnInRepeat() throws {
    try Scenario(
      """
      - repeat: rounds
        while: amount > 5000
        at-most: 2
        elements:
          - { task: one, assign: { user: ann } }
          - { task: two, assign: { user: bob } }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .complete, bob: .reject, sam: .resubmit)
      try story.then(.asks("bob"))
      try story.when(bob: .complete)
      try story.then(.asks("ann"))
      try story.when(ann: .complete, bob: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("A change requested of somebody else can be recalled by the originator")
  func recallWhileChanging() throws {
    try Scenario("- { approval: a, steps: [ { step: s, assign: { user: frank } } ] }").play {
      story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .requestChange(of: "kim"), sam: .recall)
      try story.then(.status(.draft), .asksNobody, .editable(by: nil), .refuses("kim", .resubmit))
      try story.when(sam: .submit)
      try story.then(.asks("frank"))
    }
  }

  @Test("The final approver of an approval can send back, be delegated, and is asked once")
  func finalApproval() throws {
    try Scenario(
      """
      - approval: management
        final-approver: { user: erin, otherwise: donna }
        steps:
          - { step: one, assign: { user: sam } }
          - { step: two, assign: { user: ann } }
      """,
      organization: "delegations: [ { from: erin, to: hugo, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, sam: .approve, ann: .approve)
      try story.then(.asks("hugo"), .actsFor("erin", by: "hugo"))
      try story.when(hugo: .reject, sam: .resubmit, sam: .approve, ann: .approve)
      try story.then(.asks("hugo"))
      try story.when(hugo: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("skip-approved looks at who acted and for whom")
  func skipApproved() throws {
    try Scenario(
      """
      - approval: management
        skip-approved: true
        steps:
          - { step: one, assign: { user: ann } }
          - { step: two, assign: { users: [ann, bob, bill] }, policy: all }
      """,
      organization: "delegations: [ { from: ann, to: bob, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bob: .approve)
      try story.then(.asks("bill"))
    }
  }

  @Test("Two branches send back: one after the other is edited, and both are resubmitted")
  func twoSentBack() throws {
    try Scenario(
      """
      - parallel: both
        branches:
          - { branch: a, elements: [ { approval: x, steps: [ { step: s, assign: { user: ann } } ] } ] }
          - { branch: b, elements: [ { approval: y, steps: [ { step: s, assign: { user: bob } } ] } ] }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.pausedBatchJob)
      try story.when(ann: .requestChange(of: "kim"), bob: .reject)
      try story.given(.runningBatchJob)
      // Both at the same moment: the one whose element is the first.
      try story.then(.asks("kim", "sam"), .editable(by: "kim"), .status(.changeRequested))
      try story.when(kim: .resubmit)
      try story.then(.editable(by: "sam"), .status(.rejected))
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "bob"), .editable(by: nil), .status(.inReview))
    }
  }
}
