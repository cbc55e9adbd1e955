// Policies: the table of SPEC 6.

import Testing
import Workflow

@Suite struct CompletionPolicyTests {
  private func parsed(_ text: String) -> (any CompletionPolicy)? {
    for policy in WorkflowLanguage.standard.policies {
      if let policy = policy.parse(text) { return policy }
    }
    return nil
  }

  @Test(
    "A step is decided as the policy says",
    arguments: [
      ("single", 3, 0, 0, nil), ("single", 3, 1, 0, .approved), ("single", 3, 0, 1, .rejected),
      ("all", 3, 2, 0, nil), ("all", 3, 3, 0, .approved), ("all", 3, 2, 1, .rejected),
      ("majority", 4, 2, 0, nil), ("majority", 4, 3, 0, .approved),
      ("majority", 5, 3, 0, .approved),
      ("majority", 1, 1, 0, .approved), ("majority", 5, 2, 1, .rejected),
      ("60%", 5, 2, 0, nil), ("60%", 5, 3, 0, .approved), ("34%", 3, 1, 0, nil),
      ("34%", 3, 2, 0, .approved), ("1%", 3, 1, 0, .approved), ("100%", 3, 3, 0, .approved),
      ("67%", 250, 167, 0, nil), ("67%", 250, 168, 0, .approved),
    ] as [(String, Int, Int, Int, StepDecision?)])
  func decisions(
    text: String, approvers: Int, approvals: Int, rejections: Int, decision: StepDecision?
  )
    throws
  {
    let policy = try #require(parsed(text))
    #expect(policy.description == text)
    #expect(
      policy.decide(approvers: approvers, approvals: approvals, rejections: rejections) == decision)
  }

  @Test(
    "A vote is approved when enough approved, and rejected when they cannot be reached any more",
    arguments: [
      ("majority", 3, 1, 1, nil), ("majority", 3, 2, 1, .approved),
      ("majority", 3, 0, 2, .rejected),
      ("majority", 4, 2, 1, nil), ("majority", 4, 2, 2, .rejected), ("50%", 4, 1, 2, nil),
      ("50%", 4, 2, 2, .approved), ("50%", 4, 1, 3, .rejected), ("all", 3, 2, 1, .rejected),
      ("single", 3, 0, 1, .rejected), ("single", 3, 1, 0, .approved),
    ] as [(String, Int, Int, Int, StepDecision?)])
  func votes(
    text: String, approvers: Int, approvals: Int, rejections: Int, decision: StepDecision?
  ) throws {
    let policy = try #require(parsed(text))
    #expect(
      policy.decide(
        approvers: approvers, approvals: approvals, rejections: rejections, by: .votes) == decision)
  }

  @Test(
    "Other texts are no policy", arguments: ["", "0%", "101%", "%", "-5%", "5.5%", "most", "All"])
  func unknown(text: String) {
    #expect(parsed(text) == nil)
  }
}
