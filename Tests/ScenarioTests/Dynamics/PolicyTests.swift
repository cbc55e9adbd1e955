// Microsoft's step with three approvers under each of the four policies.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct PolicyTests {
  private func step(_ policy: String, tally: String = "") -> Scenario {
    Scenario(
      """
      - approval: board
        steps: [ { step: board, assign: { users: [ann, bob, bill] }, policy: \(policy)\(tally) } ]
      """)
  }

  @Test(
    "Three approvers, approve and approve: single, majority and 60% are decided, all is not",
    arguments: [
      ("single", 1), ("majority", 2), ("60%", 2), ("67%", 3), ("1%", 1), ("all", 3),
    ])
  func approving(_ policy: String, _ needed: Int) throws {
    try step(policy).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"))
      for (count, person) in (["ann", "bob", "bill"] as [PersonID]).enumerated() {
        try story.then(.status(count < needed ? .inReview : .approved))
        guard count < needed else { continue }
        try story.perform(.approve, by: person)
      }
      try story.then(.status(.approved), .asksNobody)
      if needed < 3 { try story.then(.closed("bill", as: .notNeeded)) }
    }
  }

  @Test(
    "Three approvers, approve and reject: one rejection among the answers rejects the step",
    arguments: ["majority", "60%", "all"])
  func rejecting(_ policy: String) throws {
    try step(policy).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve, bob: .reject)
      try story.then(.asks("sam"), .status(.rejected), .closed("bill", as: .notNeeded))
    }
  }

  @Test("single: the first answer decides, be it a rejection")
  func single() throws {
    try step("single").play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bob: .reject)
      try story.then(.asks("sam"), .status(.rejected))
    }
  }

  @Test("A late reject comes too late, and is recorded", arguments: ["single", "majority", "60%"])
  func late(_ policy: String) throws {
    try step(policy).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      // Nobody has seen the others' answers when they give theirs.
      try story.given(.pausedBatchJob)
      try story.when(ann: .approve, bob: .approve, bill: .reject)
      try story.given(.runningBatchJob)
      try story.then(.status(.approved), .history(.answerDiscarded))
      try story.then(.refuses("bill", .reject))
    }
  }

  @Test("tally: votes: rejected as soon as the needed number can no longer be reached")
  func votes() throws {
    try step("majority", tally: ", tally: votes").play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .reject)
      try story.then(.status(.inReview), .asks("bill", "bob"))
      try story.when(bob: .reject)
      try story.then(.status(.rejected), .asks("sam"), .closed("bill", as: .notNeeded))
      try story.when(sam: .resubmit, ann: .reject, bob: .approve, bill: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test(
    "Request change and deny decide the step at once under every policy",
    arguments: ["single", "majority", "60%", "all", "majority, tally: votes"])
  func atOnce(_ policy: String) throws {
    try step(policy).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .requestChange)
      try story.then(.asks("sam"), .status(.changeRequested))
      try story.when(sam: .resubmit, bob: .deny)
      try story.then(.asksNobody, .status(.rejected), .instance(.completed))
    }
  }
}
