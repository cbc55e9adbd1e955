// Microsoft's expense report: who approves depends on the amount.

import Testing
import Workflow

@Suite struct AmountTests {
  static let expenses = Scenario(
    """
    - task: receipts
      assign: { group: receipts }
    - approval: approvals
      steps:
        - { step: manager, assign: { user: frank } }
        - { step: director, when: amount > 5000, assign: { user: ann } }
        - { step: chief, when: amount > 10000, assign: { user: sue } }
    """)

  @Test("7,000: the receipts task and two approvers")
  func sevenThousand() throws {
    try Self.expenses.play { story in
      try story.given(.trip(amount: 7_000))
      try story.when(sam: .submit)
      try story.then(.asks("ivan", "kim"), .status(.inReview))
      try story.when(kim: .complete)
      try story.then(.asks("frank"))
      try story.when(frank: .approve)
      try story.then(.asks("ann"))
      try story.when(ann: .approve)
      try story.then(.status(.approved), .instance(.completed), .asksNobody)
      try story.then(.history(.stepSkipped, at: "chief", times: 1))
    }
  }

  @Test("11,000: the receipts task and a third approver")
  func elevenThousand() throws {
    try Self.expenses.play { story in
      try story.given(.trip(amount: 11_000))
      try story.when(sam: .submit, ivan: .complete, frank: .approve, ann: .approve)
      try story.then(.asks("sue"), .status(.inReview))
      try story.when(sue: .approve)
      try story.then(.status(.approved), .history(.stepSkipped, times: 0))
    }
  }

  @Test("A change requested at the second step asks the first approver again on resubmission")
  func changeAtSecondStep() throws {
    try Self.expenses.play { story in
      try story.given(.trip(amount: 7_000))
      try story.when(sam: .submit, kim: .complete, frank: .approve, ann: .requestChange)
      try story.then(.asks("sam"), .item(.changeRequested, of: "sam"), .status(.changeRequested))
      try story.when(sam: .resubmit)
      try story.then(.asks("frank"), .status(.inReview))
      try story.when(frank: .approve)
      try story.then(.asks("ann"))
      try story.when(ann: .approve)
      try story.then(.status(.approved))
    }
  }
}
