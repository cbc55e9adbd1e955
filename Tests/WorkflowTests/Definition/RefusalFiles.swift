// A type with lines, an organisation with queues and calendars, and other workflows: what the
// mistakes of `WorkflowRefusalTests` are checked against.

import Workflow

enum RefusalFiles {
  static let schema = DocumentSchema(
    fields: [
      Field("country", .text), Field("total", .money, isCalculated: true), Field("urgent", .bool),
      Field("interim-approver", .person), Field("requester", .person, isRequired: true),
      Field("project", .text), Field("cash-advance", .text), Field("day", .day),
      Field("legal-entity", .text),
    ],
    lineFields: [Field("amount", .money), Field("project", .text), Field("category", .text)])

  static let organization = Organization(
    name: "Example", currency: .euro, administrators: ["carol"],
    people: [
      Person(id: "sam", name: "Sam", manager: "sue"),
      Person(id: "ann", name: "Ann", manager: "sue"),
      Person(id: "sue", name: "Sue"), Person(id: "carol", name: "Carol", manager: "sue"),
      Person(id: "kim", name: "Kim", manager: "sue", isDisabled: true),
    ],
    groups: ["tax": ["ann"], "both": ["ann", "sue"]],
    projects: [
      "p-1": Project(title: "One", owner: "ann"), "p-2": Project(title: "Two", owner: "kim"),
    ],
    queues: [
      WorkItemQueue(id: "budget", members: ["ann", "sue"]),
      WorkItemQueue(id: "ghosts", members: ["kim"]),
      WorkItemQueue(id: "closed", members: ["ann"], status: .inactive),
    ],
    queueRules: [
      "by-size": rules("total > 10000"), "by-amount": rules("amount > 5"),
      "by-number": rules("total"), "part-closed": rules("total > 1", to: "closed"),
    ])

  private static func rules(_ condition: String, to queue: QueueID = "budget") -> QueueRules {
    let when = try? Expression(condition)
    return QueueRules(
      rules: when.map { [.init(when: $0, queue: queue)] } ?? [], otherwise: "budget")
  }

  static let workflows = [
    "workflow: line-one\ntitle: L\ntype: expense-report\nlevel: line\nelements: [ { task: a, assign: { user: ann } } ]",
    "workflow: line-other\ntitle: L\ntype: purchase\nlevel: line\nelements: [ { task: a, assign: { user: ann } } ]",
    "workflow: whole\ntitle: W\ntype: purchase\nelements: [ { task: a, assign: { user: ann } } ]",
    "workflow: back\ntitle: B\ntype: purchase\nelements: [ { subworkflow: s, workflow: further, document: x } ]",
    "workflow: further\ntitle: F\ntype: purchase\nelements: [ { subworkflow: s, workflow: w, document: x } ]",
    "workflow: line-back\ntitle: L\ntype: expense-report\nlevel: line\nelements: [ { subworkflow: s, workflow: w, document: x } ]",
  ].compactMap { WorkflowDefinition.parse($0, file: "other.yaml").definition }

  static var context: CheckContext {
    CheckContext(
      types: [
        "expense-report": schema, "purchase": DocumentSchema(fields: [Field("total", .money)]),
      ],
      executables: ["expense-report": ["post"]], organization: organization,
      workflows: Set(workflows.map(\.id)).union(["draft"]), activeWorkflows: workflows)
  }

  /// What is found in a workflow with these elements, which begin in line 6 and are indented by
  /// two spaces; line 4 is free for the head, line 5 is `elements:`.
  static func findings(
    _ elements: String, head: String = "priority: 7", context: CheckContext = context
  ) -> [Finding] {
    let yaml =
      "workflow: w\ntitle: T\ntype: expense-report\n\(head)\nelements:\n\(elements)\n"
    return WorkflowDefinition.check(yaml, file: "w.yaml", in: context).findings
  }
}
