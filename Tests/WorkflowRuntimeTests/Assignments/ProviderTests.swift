// Providers that look at the workflow, the document and the queues (SPEC 5).

import Testing
import Workflow

@testable import WorkflowRuntime

@Suite struct ProviderTests {
  private func asked(_ assignment: String, _ change: (inout Machine) -> Void = { _ in }) throws
    -> [PersonID]
  {
    var machine = try Machine.task(assignment, head: "owner: root")
    change(&machine)
    try machine.begin()
    return machine.asked
  }

  @Test("owner: who keeps the workflow")
  func owner() throws {
    #expect(try asked("{ owner: true }") == ["root"])
  }

  @Test(
    "field: the person in a field, the owner of a project, and every line's, each once",
    arguments: [
      ("reviewer", ["ann"]), ("project.owner", ["bob"]), ("lines.project.owner", ["ann", "bob"]),
    ])
  func field(_ field: String, _ people: [String]) throws {
    let asked = try asked("{ field: \(field) }") { machine in
      machine.facts.fields["reviewer"] = "ann"
      machine.facts.fields["project"] = "p-1"
      machine.facts.fields["lines"] = .list(
        ["p-2", "p-1", "p-2"].map { .record(["project": .text($0)]) })
    }
    #expect(asked == people.map { PersonID($0) })
  }

  @Test("An empty field, or one without an owner, names nobody: the fallback is asked")
  func emptyField() throws {
    for field in ["reviewer", "project.owner", "lines.project.owner"] {
      #expect(try asked("{ field: \(field), fallback: { user: sue } }") == ["sue"])
    }
    let stranger = try asked("{ field: reviewer, fallback: { user: sue } }") {
      $0.facts.fields["reviewer"] = "nobody-known"
    }
    #expect(stranger == ["sue"])
  }

  @Test("A field that holds no person is an error that says what it holds")
  func wrongField() throws {
    var machine = try Machine.task("{ field: amount }")
    let error = #expect(throws: RuntimeError.self) { try machine.begin() }
    #expect(error?.message.contains("500") == true)
  }

  @Test("previous-approver: the person who approved last, who acted before for whom")
  func previousApprover() throws {
    let elements = """
        - approval: check
          steps: [ { step: one, assign: { users: [frank, sue] }, policy: all } ]
        - task: after
          assign: { previous-approver: true, fallback: { user: root } }
      """
    var plain = try Machine(elements)
    try plain.begin()
    try plain.answer(.approve, by: "sue")
    try plain.answer(.approve, by: "frank")
    #expect(plain.asked == ["frank"])
    var acted = try Machine(elements)
    acted.facts.delegations = [.init(from: "frank", to: "ann")]
    try acted.begin()
    try acted.answer(.approve, by: "sue")
    acted.facts.delegations = []
    try acted.answer(.approve, by: "ann")
    #expect(acted.asked == ["ann"])
    var nobody = try Machine.task("{ previous-approver: true, fallback: { user: root } }")
    try nobody.begin()
    #expect(nobody.asked == ["root"])
  }

  private static let queues = [
    WorkItemQueue(id: "small", members: ["bob", "sam"], status: .active),
    WorkItemQueue(id: "large", members: ["ann", "sue"], status: .onHold),
    WorkItemQueue(id: "closed", members: ["ann"], status: .inactive),
  ]

  @Test("queue: its members are offered the item, which lies in the queue")
  func queue() throws {
    var machine = try Machine.task("{ queue: small }")
    machine.facts.queues = Self.queues
    machine.facts.delegations = [.init(from: "bob", to: "ann")]
    try machine.begin()
    #expect(machine.open.first?.candidates == ["bob", "sam"])
    #expect(machine.open.first?.queue == "small")
    try machine.answer(.complete, by: "bob")
    #expect(machine.status == .completed)
  }

  @Test("A queue on hold still takes items; an inactive one takes none, and the fallback is asked")
  func queueStatus() throws {
    let onHold = try asked("{ queue: large, fallback: { user: root } }") {
      $0.facts.queues = Self.queues
    }
    #expect(onHold == ["ann", "sue"])
    let inactive = try asked("{ queue: closed, fallback: { user: root } }") {
      $0.facts.queues = Self.queues
    }
    #expect(inactive == ["root"])
  }

  @Test(
    "A group or queue that is not in the organisation gives nobody: the fallback is asked; logged",
    arguments: [("group: gone", "group gone"), ("queue: gone", "queue gone")])
  func missing(_ assignment: String, _ name: String) throws {
    var machine = try Machine.task("{ \(assignment), fallback: { user: root } }")
    try machine.begin()
    #expect(machine.asked == ["root"])
    #expect(machine.details(.fallbackUsed) == ["\(name) gave nobody: user root"])
    let assigned = machine.history.first { $0.event == .assigned }
    #expect(assigned?.values == [.init(name: name, value: "not in the organisation")])
    var without = try Machine.task("{ \(assignment) }")
    let error = #expect(throws: RuntimeError.self) { try without.begin() }
    #expect(error?.code == .nobodyAssigned)
  }

  @Test("Ordered rules choose the queue; the conditions are in the history")
  func queueRules() throws {
    for (amount, queue) in [(500, "small"), (20_000, "large")] as [(Int, QueueID)] {
      var machine = try Machine.task("{ queue: by-size }")
      machine.facts.queues = Self.queues
      machine.facts.fields["amount"] = .number(.init(amount))
      machine.facts.queueRules["by-size"] = QueueRules(
        rules: [.init(when: try Expression("amount > 10000"), queue: "large")],
        otherwise: "small")
      try machine.begin()
      #expect(machine.open.first?.queue == queue)
      #expect(machine.details(.conditionEvaluated) == ["amount > 10000: \(amount > 10_000)"])
      #expect(machine.details(.assigned).first?.hasPrefix("queue by-size → \(queue)") == true)
    }
  }

  @Test("A barred originator is not among the members of a queue")
  func barredMember() throws {
    var machine = try Machine.task("{ queue: small }", head: "submitter-may-approve: false")
    machine.facts.queues = Self.queues
    try machine.begin()
    #expect(machine.asked == ["bob"])
  }
}
