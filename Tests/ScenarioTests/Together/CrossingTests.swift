// What happens at once, or across each other.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct CrossingTests {
  private static let both = """
    - approval: first
      steps: [ { step: s, assign: { user: frank } } ]
    - parallel: both
      branches:
        - { branch: a, elements: [ { approval: x, steps: [ { step: s, assign: { user: ann } } ] } ] }
        - { branch: b, elements: [ { approval: y, steps: [ { step: s, assign: { user: bob } } ] } ] }
    """

  @Test("Two returns cross: what the second one's resubmission changes is asked of all again")
  func twoReturns() throws {
    try Scenario(Self.both).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .approve)
      try story.given(.pausedBatchJob)
      try story.when(ann: .requestChange(of: "kim"), bob: .reject)
      try story.given(.runningBatchJob)
      try story.when(kim: .resubmit)
      try story.then(.asks("ann", "sam"), .refuses("ann", .approve, because: "on hold"))
      try story.edit(by: "sam") { $0.fields["amount"] = .euros(9_000) }
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "frank"), .item(of: "frank") { $0.changes != nil })
      // The other branch goes on meanwhile; who sent it back is asked after the first approval.
      try story.when(ann: .approve)
      try story.then(.asks("frank"))
      try story.when(frank: .approve)
      try story.then(.asks("bob"))
      try story.when(bob: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("An answer in its window counts before the return of another branch, and is asked again")
  func answerBeforeReturn() throws {
    try Scenario(
      """
      - parallel: both
        branches:
          - branch: a
            elements:
              - { approval: x, steps: [ { step: s, assign: { users: [ann, kim] }, policy: all } ] }
          - { branch: b, elements: [ { approval: y, steps: [ { step: s, assign: { user: bob } } ] } ] }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve.withUndo(.minutes(5)), bob: .reject)
      try story.then(.asks("kim", "sam"), .refuses("kim", .approve, because: "on hold"))
      try story.edit(by: "sam") { $0.fields["amount"] = .euros(9_000) }
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "bob", "kim"))
      try story.when(ann: .approve, kim: .approve, bob: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("An answer that a delegate takes back leaves the item with the delegate")
  func delegatedUndo() throws {
    try Scenario("- { approval: a, steps: [ { step: s, assign: { user: frank } } ] }").play {
      story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .delegate(to: "ann"), ann: .approve.withUndo(.minutes(5)))
      try story.then(.refuses("frank", .undo))
      try story.when(ann: .undo)
      try story.then(.asks("ann"), .actsFor("frank", by: "ann"), .status(.inReview))
      try story.when(ann: .delegate(to: "bob"), bob: .reject)
      try story.then(.asks("sam"), .status(.rejected))
    }
  }

  @Test("At the instant of the limit the escalation is first; the answer says who closed the item")
  func escalationAtOnce() throws {
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
      try story.then(.asks("sue"), .refuses("frank", .approve))
      try story.when(sue: .approve.withUndo(.minutes(5)))
      // The limit of the entry comes within the window: the answer counts.
      try story.wait(.days(1))
      try story.then(.status(.approved), .history(.limitReached, times: 0))
    }
  }

  @Test("join N of M: a branch that was sent back and resubmitted is canceled when N are done")
  func joinWithReturn() throws {
    try Scenario(
      """
      - parallel: three
        join: 2
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: ann } } ] }
          - { branch: b, elements: [ { task: two, assign: { user: bob } } ] }
          - { branch: c, elements: [ { task: three, assign: { user: kim } } ] }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .complete, bob: .reject)
      try story.then(.asks("kim", "sam"), .refuses("kim", .complete, because: "on hold"))
      try story.when(sam: .resubmit)
      try story.then(.asks("bob", "kim"))
      try story.when(kim: .complete)
      try story.then(.status(.approved), .asksNobody, .closed("bob", as: .canceled))
    }
  }

  @Test("A repeat that was recalled in its second round begins with its first, N times again")
  func repeatAndRecall() throws {
    try Scenario(
      """
      - repeat: rounds
        while: amount > 5000
        at-most: 2
        elements: [ { task: one, assign: { user: ann } } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .complete)
      try story.then(.asks("ann"))
      try story.when(sam: .recall)
      try story.then(.asksNobody, .status(.draft))
      try story.when(sam: .submit, ann: .complete)
      try story.then(.asks("ann"))
      try story.when(ann: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("What the originator changed is asked again, though the administrator passed who sent back")
  func changedAndPassed() throws {
    try Scenario(
      """
      - approval: first
        steps: [ { step: s, assign: { user: frank } } ]
      - task: look
        assign: { user: ann }
        limit: 1 day
      - automated: post
        run: post
      """
    ).play { story in
      try story.given(.trip(), .broken("post"))
      try story.when(sam: .submit, frank: .approve, ann: .complete)
      try story.wait(.hours(1))
      try story.then(.instance(.stopped))
      try story.when(carol: .skip(as: .returned))
      try story.then(.asks("sam"), .editable(by: "sam"))
      try story.edit(by: "sam") { $0.fields["amount"] = .euros(9_000) }
      try story.given(.mended("post"))
      try story.when(sam: .resubmit)
      try story.then(.asks("frank"), .ran())
      try story.when(frank: .approve)
      try story.then(.ran("post"), .status(.approved))
    }
  }
}
