// The whole example of SPEC 13 is read as it is meant.

import Testing
import Workflow

@Suite struct WholeLanguageTests {
  private func element<Kind: ElementDefinition>(_ path: String, as kind: Kind.Type) throws -> Kind {
    let definition = try #require(Self.definition)
    let element = try #require(definition.element(at: ElementPath(parsing: path)))
    return try #require(element.definition as? Kind)
  }

  private static let yaml = DefinitionTestFiles.wholeWorkflow
  private static let definition = WorkflowDefinition.parse(yaml, file: "w.yaml").definition

  @Test("The whole example of SPEC 13 is read")
  func whole() throws {
    let (_, findings) = WorkflowDefinition.parse(DefinitionTestFiles.wholeWorkflow, file: "w.yaml")
    #expect(findings.isEmpty)
    let definition = try #require(Self.definition)
    #expect(
      definition.allElements.map { "\($0.kind) \($0.path)" } == [
        "task review-receipts", "approval management", "choice audit",
        "task audit/call/call-manager", "parallel checks", "task checks/budget/check-budget",
        "decision checks/tax/foreign", "task checks/tax/foreign/yes/check-tax",
        "lines line-approvals", "repeat second-look", "task second-look/again/look-again",
        "subworkflow advance", "automated post",
      ])
  }

  @Test("Tasks and approvals hold their limits, escalation paths and final approvers")
  func deadlines() throws {
    let task = try element("review-receipts", as: TaskElement.self)
    #expect(task.deadline.limit == TimeLimit(.span(TimeSpan(2, .days))))
    #expect(task.deadline.escalation.isEmpty && task.deadline.finally == nil)
    let approval = try element("management", as: ApprovalElement.self)
    #expect(approval.finalApprover?.user == "erin" && approval.finalApprover?.otherwise == "carol")
    #expect(!approval.skipsApproved && approval.deadline.limit == nil)
    let step = try #require(approval.steps.first)
    #expect(step.deadline.limit == TimeLimit(.span(TimeSpan(3, .days))))
    #expect(step.deadline.reminders.map(\.description) == ["1 day before"])
    #expect(step.deadline.escalation.map(\.assignment.provider.description) == ["user donna"])
    #expect(step.deadline.escalation.first?.limit == TimeLimit(.span(TimeSpan(1, .days))))
    #expect(step.deadline.finally == .answer(.reject))
    #expect(step.tally == .answers && approval.steps[1].policy is MajorityPolicy)
  }

  @Test("A choice, parallel branches, lines, a repeat and a subworkflow hold what their keys say")
  func elements() throws {
    let choice = try element("audit", as: ChoiceElement.self)
    #expect(choice.outcomes.map(\.name) == ["call", "skip"])
    #expect(choice.outcomes.map(\.title) == ["Call the manager first", "No call needed"])
    #expect(choice.outcomes.allSatisfy { $0.answer == .complete })
    #expect(choice.branches.map(\.elements.count) == [1, 0])
    let parallel = try element("checks", as: ParallelElement.self)
    #expect(parallel.join == .all && parallel.branches.map(\.name) == ["budget", "tax"])
    let queue = try element("checks/budget/check-budget", as: TaskElement.self)
    #expect((queue.assignment.provider as? QueueProvider)?.queue == "budget")
    let lines = try element("line-approvals", as: LinesElement.self)
    #expect(lines.routes.map(\.workflow) == ["project-line"] && lines.otherwise == "expense-line")
    #expect(lines.routes.first?.when.source == #"line.project == "p-111""#)
    let rounds = try element("second-look", as: RepeatElement.self)
    #expect(rounds.atMost == 3 && rounds.elements.map(\.name) == ["look-again"])
    let task = try element("second-look/again/look-again", as: TaskElement.self)
    #expect(task.outcomes.map(\.name) == ["fine", "wrong"])
    #expect(task.outcomes.map(\.answer) == [.complete, .reject])
    #expect(task.assignment.provider is OwnerProvider)
    let sub = try element("advance", as: SubworkflowElement.self)
    #expect(sub.workflow == "settle-advance" && sub.waits)
    #expect(sub.document == FieldReference(["cash-advance"]))
  }

  @Test("Further forms: join N, tally, skip-approved, restart, due, whole limits, titled outcomes")
  func forms() throws {
    let yaml = """
      workflow: w
      title: T
      type: expense-report
      elements:
        - approval: a
          skip-approved: true
          restart: step
          limit: 10 days
          finally: reject
          steps:
            - { step: m, assign: { field: project.owner }, policy: 60%, tally: votes }
            - { step: n, assign: { previous-approver: true } }
        - parallel: p
          join: 1
          branches:
            - { branch: x, elements: [] }
            - { branch: y, elements: [] }
        - task: t
          restart: workflow
          assign: { user: ann }
          outcomes: { ok: { title: Fine, do: complete }, no: request-change }
          due: friday of week 3
          calendar: none
          escalate: [ { assign: { user: sue }, due: monday }, { finally: ok } ]
        - choice: c
          assign: { queue: by-size }
          outcomes: { go: , stay: { title: Stay } }
          limit: 1 day
          escalate: [ { finally: go } ]
      """
    let (parsed, findings) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    #expect(findings.isEmpty, "\(findings)")
    let definition = try #require(parsed)
    let approval = try #require(definition.elements[0].definition as? ApprovalElement)
    #expect(approval.skipsApproved && approval.deadline.finally == .answer(.reject))
    #expect(definition.elements.map(\.restart) == [.step, .element, .workflow, .element])
    #expect(approval.steps[0].tally == .votes)
    #expect(
      (approval.steps[0].assignment.provider as? FieldProvider)?.field
        == FieldReference(["project", "owner"]))
    let parallel = try #require(definition.elements[1].definition as? ParallelElement)
    #expect(parallel.join == .count(1) && parallel.needed == 1)
    let task = try #require(definition.elements[2].definition as? TaskElement)
    #expect(task.outcomes.map(\.title) == ["Fine", nil])
    #expect(task.deadline.limit?.description == "friday of week 3, no calendar")
    #expect(task.deadline.finally == .outcome("ok"))
    let choice = try #require(definition.elements[3].definition as? ChoiceElement)
    #expect(choice.outcomes.map(\.title) == [nil, "Stay"])
    #expect(choice.deadline.finally == .outcome("go") && choice.deadline.escalation.isEmpty)
  }

  @Test("The whole example of SPEC 13 has no finding in an organisation that has whom it names")
  func check() throws {
    let definition = try #require(Self.definition)
    let schema = DocumentSchema(
      fields: [
        Field("country", .text), Field("total", .money), Field("cash-advance", .text),
        Field("reviewed", .bool),
      ],
      lineFields: [Field("amount", .money), Field("project", .text)])
    func other(_ id: String, _ head: String) -> WorkflowDefinition? {
      let yaml =
        "workflow: \(id)\ntitle: T\n\(head)\nelements: [ { task: t, assign: { user: sue } } ]"
      return WorkflowDefinition.parse(yaml, file: id).definition
    }
    let line = "type: expense-report\nlevel: line"
    let others = [
      other("project-line", line), other("expense-line", line),
      other("settle-advance", "type: cash-advance"),
    ].compactMap { $0 }
    let names = [
      "carol", "frank", "sue", "ann", "bill", "john", "aretha", "donna", "erin", "ivan", "hans",
    ]
    let people = names.map { name in
      Person(
        id: PersonID(name), name: name, manager: name == "sue" ? nil : "sue",
        attributes: ["signing-limit": 1_000_000])
    }
    let organization = Organization(
      name: "Example", currency: .euro, administrators: ["carol"], people: people,
      groups: ["receipts": ["ivan"], "tax": ["john", "ivan"]],
      queues: [WorkItemQueue(id: "budget", members: ["hans", "ann"])])
    let context = CheckContext(
      types: ["expense-report": schema], executables: ["expense-report": ["post-to-ledger"]],
      organization: organization, workflows: Set(others.map(\.id)), activeWorkflows: others)
    // Each of its assignments has a fallback, so that nobody's report finds nobody.
    #expect(definition.check(in: context) == [])
  }
}
