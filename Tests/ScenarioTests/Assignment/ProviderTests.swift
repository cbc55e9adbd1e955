// Who is asked (SPEC 5): providers, hierarchies, queues.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct ProviderTests {
  @Test(
    "user, users, group, administrators, originator, owner, field and queue resolve to their people",
    arguments: [
      ("user: ann", ["ann"]), ("users: [ann, bob]", ["ann", "bob"]),
      ("group: receipts", ["ivan", "kim"]), ("administrators: true", ["carol"]),
      ("originator: true", ["sam"]), ("owner: true", ["erin"]),
      ("field: interim-approver", ["bill"]), ("field: project.owner", ["bob"]),
      ("field: cost-center.owner", ["donna"]), ("field: lines.project.owner", ["ann", "bill"]),
      ("queue: budget", ["hans", "ivan"]), ("queue: by-size", ["kim"]),
    ] as [(String, [PersonID])])
  func providers(_ assignment: String, _ people: [PersonID]) throws {
    try Scenario("- { task: look, assign: { \(assignment) } }", head: "owner: erin").play { story in
      try story.given(
        .trip(
          fields: ["interim-approver": "bill", "project": "p-1", "cost-center": "4100"],
          lines: [("p-2", 100), ("p-3", 200), ("p-2", 300)]))
      try story.when(sam: .submit)
      try story.then(.that { try $0.openItems().flatMap(\.visibleTo).sorted() == people })
    }
  }

  @Test("previous-approver: someone already in the workflow: who approved last")
  func previous() throws {
    try Scenario(
      """
      - approval: first
        steps: [ { step: one, assign: { users: [ann, bob] } } ]
      - task: again
        assign: { previous-approver: true }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bob: .approve)
      try story.then(.asks("bob"), .item(.task, of: "bob"))
    }
  }

  private static func walk(_ keys: String) -> Scenario {
    Scenario(
      """
      - approval: management
        steps: [ { step: s, assign: { hierarchy: manager, from: originator\(keys) }, policy: all } ]
      """)
  }

  @Test(
    "hierarchy walks up from the start until the condition holds; take says whom",
    arguments: [
      ("", 7_000, ["frank"]),
      (", until: signing_limit >= amount, take: all", 7_000, ["frank"]),
      (", until: signing_limit >= amount, take: all", 20_000, ["frank", "sue"]),
      (", until: signing_limit >= amount, take: last", 20_000, ["sue"]),
      (
        ", until: signing_limit >= amount, take: { except: signing_limit < 20000 }", 20_000, ["sue"]
      ),
      (", until: signing_limit >= amount, take: last, at-top: take", 90_000, ["hugo"]),
      (", until: signing_limit >= amount, at-top: take", 90_000, ["hugo"]),
    ] as [(String, Int, [PersonID])])
  func hierarchy(_ keys: String, _ amount: Int, _ people: [PersonID]) throws {
    try Self.walk(keys).play { story in
      try story.given(.trip(amount: amount))
      try story.when(sam: .submit)
      try story.then(.that { try $0.openItems().flatMap(\.visibleTo).sorted() == people })
    }
  }

  @Test("A walk whose condition never held resolves to nobody: the instance stops and says where")
  func nobody() throws {
    try Self.walk(", until: signing_limit >= amount").play { story in
      try story.given(.trip(amount: 90_000))
      try story.when(sam: .submit)
      try story.wait(.hours(1))
      try story.then(.instance(.stopped), .error("management", "“s”", "manager", "from sam"))
      try story.then(.asksNobody)
    }
  }

  @Test("With a fallback that is asked instead, and it is logged")
  func fallback() throws {
    try Scenario(
      "- { task: look, assign: { field: interim-approver, fallback: { administrators: true } } }"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("carol"), .history(.fallbackUsed, times: 1))
    }
  }

  @Test("An assignment is resolved when its step starts, not at submit")
  func late() throws {
    try Scenario(
      """
      - { task: first, assign: { user: ann } }
      - { task: second, assign: { group: receipts } }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.organization("receipts: [ivan, kim]", becomes: "receipts: [bill]"))
      try story.when(ann: .complete)
      try story.then(.asks("bill"))
    }
  }

  @Test("A disabled user is passed over, logged")
  func disabled() throws {
    try Scenario("- { task: look, assign: { users: [dan, ann] } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann"), .history(.personPassedOver, saying: "Dan"))
    }
  }

  @Test("An open item whose person becomes disabled is assigned anew, else listed as orphaned")
  func becomesDisabled() throws {
    try Scenario("- { task: look, assign: { user: ann, fallback: { user: bob } } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.organization("name: Ann Vik }", becomes: "name: Ann Vik, disabled: true }"))
      try story.then(.asks("bob"))
    }
    try Scenario("- { task: look, assign: { user: ann } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.organization("name: Ann Vik }", becomes: "name: Ann Vik, disabled: true }"))
      try story.then(.asksNobody, .history(.orphaned), .closed("ann", as: .orphaned))
      try story.when(carol: .reassign(to: "bill").at("look"))
      try story.then(.asks("bill"))
      try story.when(bill: .complete)
      try story.then(.status(.approved))
    }
  }

  @Test("A returned document of a disabled originator goes to the originator's manager")
  func disabledOriginator() throws {
    try Scenario("- { task: look, assign: { user: ann } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(
        .organization("name: Sam Holt, manager", becomes: "name: Sam Holt, disabled: true, manager")
      )
      try story.when(ann: .reject)
      try story.then(.asks("frank"), .item(.return, of: "frank"), .editable(by: "frank"))
      try story.when(frank: .resubmit)
      try story.then(.asks("ann"))
    }
  }

  @Test("n is the number of distinct people before delegation: who stands for two answers twice")
  func beforeDelegation() throws {
    try Scenario(
      "- approval: board\n  steps: [ { step: s, assign: { users: [ann, bob] }, policy: all } ]",
      organization: "delegations: [ { from: ann, to: bob, start: 2026-01-01, end: 2026-12-31 } ]"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("bob", "bob"))
      try story.when(bob: .approve.actingFor("ann"))
      try story.then(.asks("bob"), .status(.inReview))
      try story.when(bob: .approve)
      try story.then(.status(.approved))
    }
  }

  @Test("skip-approved: a person who approved in this approval already is not asked again; logged")
  func skipApproved() throws {
    try Scenario(
      """
      - approval: management
        skip-approved: true
        steps:
          - { step: one, assign: { users: [ann, bob] } }
          - { step: two, assign: { users: [ann, bill] }, policy: all }
          - { step: three, assign: { user: ann } }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve)
      try story.then(.asks("bill"), .history(.personPassedOver, at: "two"))
      try story.when(bill: .approve)
      try story.then(.status(.approved))
    }
  }
}
