// Returned, changed, denied, and asked again (SPEC 6).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct SendingBackTests {
  private static let two = """
    - approval: first
      steps: [ { step: one, assign: { user: ann } } ]
    - approval: second
      steps: [ { step: two, assign: { user: bob } }, { step: three, assign: { user: bill } } ]
    """

  @Test("reject: the originator gets a return with the comments, edits, and resubmits")
  func returned() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .reject.saying("Where is the hotel?"))
      try story.then(.item(.return, of: "sam"), .status(.rejected), .instance(.pending))
      try story.then(
        .item(of: "sam") { $0.instructions?.contains("Where is the hotel?") == true },
        .editable(by: "sam"))
      try story.edit(by: "sam") { $0.fields["subject"] = "Trip with a hotel" }
      try story.given(.pausedBatchJob)
      try story.when(sam: .resubmit)
      try story.then(.status(.submitted), .editable(by: nil))
      try story.given(.runningBatchJob)
      try story.then(.asks("ann"), .status(.inReview))
    }
  }

  @Test("request change: the person it is addressed to alone may edit and resubmit")
  func changeRequested() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .requestChange(of: "kim"))
      try story.then(.item(.changeRequested, of: "kim"), .status(.changeRequested))
      try story.then(.editable(by: "kim"), .refuses("sam", .resubmit))
      try story.when(kim: .resubmit)
      try story.then(.asks("ann"), .editable(by: nil))
    }
  }

  @Test("request change is of the originator by default")
  func ofOriginator() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .requestChange)
      try story.then(.item(.changeRequested, of: "sam"), .editable(by: "sam"))
    }
  }

  @Test("deny: the element ends as denied, the flow goes forward, and it ends as rejected")
  func denied() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .deny)
      try story.then(.asks("bob"), .status(.inReview))
      try story.when(bob: .approve, bill: .approve)
      try story.then(.status(.rejected), .instance(.completed))
    }
  }

  @Test("Resubmitting restarts the element that sent back, at its first step; earlier ones are not")
  func restartsElement() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve, bob: .approve, bill: .reject, sam: .resubmit)
      try story.then(.asks("bob"))
    }
  }

  @Test("restart: step begins at the step that sent back; restart: workflow at the first element")
  func restartsOtherwise() throws {
    for (restart, person) in [("step", "bill"), ("workflow", "ann")] as [(String, PersonID)] {
      let elements = Self.two + "\n  restart: \(restart)"
      try Scenario(elements).play { story in
        try story.given(.trip())
        try story.when(sam: .submit, ann: .approve, bob: .approve, bill: .reject, sam: .resubmit)
        try story.then(.asks(person))
      }
    }
  }

  @Test("restart: workflow cancels all branches")
  func cancelsBranches() throws {
    try Scenario(
      """
      - { task: first, assign: { user: kim } }
      - parallel: both
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: ann }, restart: workflow } ] }
          - { branch: b, elements: [ { task: two, assign: { user: bob } } ] }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, kim: .complete, ann: .reject, sam: .resubmit)
      try story.then(.asks("kim"), .closed("bob", as: .canceled))
    }
  }

  @Test("If what matters changed, approvals are asked again, and see what changed")
  func askedAgain() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip(amount: 500))
      try story.when(sam: .submit, ann: .approve, bob: .reject)
      try story.edit(by: "sam") { $0.fields["amount"] = .euros(900) }
      try story.when(sam: .resubmit)
      try story.then(.asks("ann"), .history(.askedAgain, at: "first"))
      try story.then(.item(of: "ann") { $0.changes?.contains("900") == true })
      try story.when(ann: .approve)
      try story.then(.asks("bob"), .item(of: "bob") { $0.changes?.contains("900") == true })
      try story.when(bob: .approve, bill: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("What does not matter asks nobody again; keep-approvals turns it off")
  func notAskedAgain() throws {
    let changes: [(String, (inout Record) -> Void)] = [
      ("priority: 0", { $0["country"] = "SE" }),
      ("keep-approvals: true", { $0["amount"] = .euros(9) }),
    ]
    for (head, change) in changes {
      try Scenario(Self.two, head: head).play { story in
        try story.given(.trip())
        try story.when(sam: .submit, ann: .approve, bob: .reject)
        try story.edit(by: "sam") { change(&$0.fields) }
        try story.when(sam: .resubmit)
        try story.then(.asks("bob"))
      }
    }
  }

  @Test("While a branch waits for a change, items of its siblings are on hold, with the reason")
  func onHold() throws {
    try Scenario(
      """
      - parallel: both
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: ann } } ] }
          - branch: b
            elements:
              - approval: two
                steps: [ { step: only, assign: { user: bob }, limit: 2 days } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .requestChange)
      try story.then(.asks("bob", "sam"), .refuses("bob", .approve, because: "on hold"))
      try story.then(.history(.onHold, times: 1))
      try story.wait(.days(3))
      try story.then(.history(.overdue, times: 0))
      try story.when(sam: .resubmit)
      try story.then(.asks("ann", "bob"), .due("bob", after: .days(5)))
      try story.when(bob: .approve, ann: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("While an instance runs its document is locked, but for the person who is asked")
  func locked() throws {
    try Scenario(Self.two).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      let isRefused = Fact.that { story in
        (try? story.edit(by: "sam") { $0.fields["country"] = "SE" }) == nil
      }
      try story.then(isRefused, .editable(by: nil))
      try story.when(ann: .requestChange(of: "kim"))
      try story.then(isRefused)
      try story.edit(by: "kim") { $0.fields["country"] = "SE" }
    }
  }
}
