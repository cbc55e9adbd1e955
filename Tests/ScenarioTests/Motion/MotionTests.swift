// The system in motion (SPEC 2): statuses, all or nothing, what is kept and what is discarded.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct MotionTests {
  @Test("Submitted by the API, in review, approved when all is done, then what the type adds")
  func statuses() throws {
    try Scenario("- { task: receipts, assign: { user: ann } }\n- { automated: book, run: book }")
      .play { story in
        try story.given(.trip())
        try story.then(.status(.draft))
        try story.given(.pausedBatchJob)
        try story.when(sam: .submit)
        try story.then(.status(.submitted), .asksNobody)
        try story.given(.runningBatchJob)
        try story.then(.status(.inReview), .asks("ann"))
        try story.when(ann: .complete)
        try story.then(.instance(.completed), .ran("book"))
        try story.then(.history(.statusChanged))
      }
  }

  @Test("The status is shown with what it waits for")
  func waiting() throws {
    try Scenario(
      "- approval: management\n  steps: [ { step: manager, assign: { user: frank } } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.that { try $0.stored().waitingFor?.contains("manager") == true })
      try story.when(frank: .approve)
      try story.then(.that { try $0.stored().waitingFor == nil })
    }
  }

  @Test("Handling a message is all or nothing: what failed has done nothing, and is done once")
  func allOrNothing() throws {
    try Scenario("- { automated: post, run: post }\n- { task: look, assign: { user: ann } }")
      .play { story in
        try story.given(.trip(), .broken("post"))
        try story.when(sam: .submit)
        try story.then(.ran(), .asksNobody, .instance(.pending))
        try story.wait(.hours(1))
        try story.then(.ran(), .instance(.stopped), .error("post"))
        try story.given(.mended("post"))
        try story.when(carol: .resume)
        try story.then(.ran("post"), .asks("ann"), .instance(.pending))
      }
  }

  @Test("Answers and timers that arrive while an instance is stopped are kept until resume")
  func kept() throws {
    try Scenario(
      """
      - parallel: both
        branches:
          - branch: machine
            elements: [ { task: begin, assign: { user: hans } }, { automated: post, run: post } ]
          - branch: people
            elements: [ { approval: first, steps: [ { step: one, assign: { user: ann } } ] } ]
          - branch: late
            elements:
              - approval: second
                steps:
                  - step: two
                    assign: { user: frank }
                    limit: 2 hours
                    escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: approve } ]
      """
    ).play { story in
      try story.given(.trip(), .broken("post"))
      try story.when(sam: .submit, hans: .complete)
      try story.wait(.hours(1))
      try story.then(.instance(.stopped), .asks("ann", "frank"))
      try story.when(ann: .approve)
      try story.wait(.hours(2))
      try story.then(.asks("frank"), .history(.escalated, times: 0), .history(.approved, times: 0))
      try story.given(.mended("post"))
      try story.when(carol: .resume)
      try story.then(.asks("sue"), .history(.approved, at: "both/people/first"), .ran("post"))
      try story.when(sue: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("A recall overtakes a message that waits for its retry or is stopped")
  func overtaking() throws {
    for waiting in [Duration.seconds(0), .hours(1)] {
      try Scenario("- { automated: post, run: post }").play { story in
        try story.given(.trip(), .broken("post"))
        try story.when(sam: .submit)
        try story.wait(waiting)
        try story.when(sam: .recall)
        try story.then(.status(.draft), .instance(.canceled), .ran())
        try story.given(.mended("post"))
        try story.when(sam: .submit)
        try story.then(.status(.approved), .ran("post"))
      }
    }
  }

  @Test("Answers still in the queue at a recall are recorded but discarded; nothing goes on")
  func discarded() throws {
    try Scenario(
      "- { task: look, assign: { user: ann } }\n- { automated: post, run: post }"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.pausedBatchJob)
      try story.when(ann: .complete, sam: .recall)
      try story.given(.runningBatchJob)
      try story.then(.status(.draft), .instance(.canceled), .ran())
      try story.then(.history(.answerDiscarded, times: 1), .history(.recalled))
    }
  }

  @Test("Accepting, releasing, moving, delegating and reassigning change items at once")
  func itemsAtOnce() throws {
    try Scenario("- { task: look, assign: { queue: budget } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.pausedBatchJob)
      try story.when(hans: .accept)
      try story.then(.asks("hans"))
      try story.when(hans: .release)
      try story.then(.asks("hans", "ivan"))
      try story.when(hans: .move(to: "tax"))
      try story.then(.asks("kim"))
      try story.when(kim: .delegate(to: "ann"))
      try story.then(.asks("ann"), .actsFor("kim", by: "ann"))
      try story.when(carol: .reassign(to: "bob"))
      try story.then(.asks("bob"))
      try story.given(.runningBatchJob)
      try story.when(bob: .complete)
      try story.then(.status(.approved))
    }
  }
}
