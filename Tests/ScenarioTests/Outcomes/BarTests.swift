// Final approvers and barred submitters (SPEC 6).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct BarTests {
  private static let approval = """
    - approval: management
      final-approver: { user: erin, otherwise: donna }
      steps: [ { step: one, assign: { users: [ann, sam, erin] } } ]
    """

  @Test("If the originator was among those who approved, the final approver must approve as well")
  func finalApprover() throws {
    try Scenario(Self.approval).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, sam: .approve)
      try story.then(.asks("erin"), .status(.inReview))
      try story.when(erin: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("If the final approver is the originator, the other one approves")
  func otherwise() throws {
    try Scenario(Self.approval).play { story in
      try story.given(.trip(of: "erin"))
      try story.when(erin: .submit, erin: .approve)
      try story.then(.asks("donna"))
    }
  }

  @Test("If the originator did not approve, nobody else is asked")
  func notNeeded() throws {
    try Scenario(Self.approval).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("The final approver looks at who acted and for whom")
  func forWhom() throws {
    try Scenario(
      """
      - approval: management
        final-approver: { user: erin }
        steps: [ { step: one, assign: { user: ann } } ]
      """,
      organization: "delegations: [ { from: ann, to: sam, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, sam: .approve)
      try story.then(.asks("erin"))
    }
  }

  private static let barred = "submitter-may-approve: false"

  @Test("A barred submitter is in no assignment, queue or fallback")
  func assignments() throws {
    let assignments: [(String, [PersonID])] = [
      ("users: [sam, ann]", ["ann"]), ("queue: own", ["hans"]),
      ("field: interim-approver, fallback: { users: [sam, bill] }", ["bill"]),
    ]
    for (assignment, people) in assignments {
      try Scenario("- { task: look, assign: { \(assignment) } }", head: Self.barred).play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.then(.that { try $0.openItems().flatMap(\.visibleTo) == people })
      }
    }
  }

  @Test("A barred submitter gets nothing by delegation, reassignment or standing delegation")
  func delegations() throws {
    try Scenario(
      "- { task: look, assign: { user: ann } }", head: Self.barred,
      organization: "delegations: [ { from: ann, to: sam, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann"), .history(.personPassedOver, saying: "Sam"))
      try story.then(.refuses("ann", .delegate(to: "sam")), .refuses("carol", .reassign(to: "sam")))
    }
  }

  @Test("A barred submitter gets no escalation: the instance stops and says so")
  func escalations() throws {
    try Scenario(
      """
      - approval: a
        steps:
          - step: s
            assign: { user: ann }
            limit: 1 day
            escalate: [ { assign: { user: sam }, limit: 1 day }, { finally: reject } ]
      """, head: Self.barred
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.wait(.hours(1))
      try story.then(.that { try !$0.openItems().flatMap(\.visibleTo).contains("sam") })
    }
  }
}
