// The workflow of SPEC 13, cut to what this release knows, with its type and organisation.

import Workflow

enum DefinitionTestFiles {
  static let workflow = """
    workflow: expense-approval
    title: Expense report approval
    type: expense-report
    owner: carol
    activation: country == "DK" and total > 0
    priority: 10
    submitter-may-approve: false
    instructions: "Attach receipts before you submit {document.id}."
    elements:
      - task: review-receipts
        subject: "Receipts of {document.title}"
        assign: { group: receipts, fallback: { administrators: true } }
        automatic: { when: total < 100, do: complete }
        allow: [complete, reject, request-change, delegate]
      - approval: management
        automatic: { when: total < 100, do: approve }
        steps:
          - step: manager
            assign: { hierarchy: manager, from: originator, until: signing_limit >= total, take: last, at-top: take, fallback: { administrators: true } }
            policy: single
          - step: board
            when: total > 10000
            assign: { users: [ann, sue, bill] }
            policy: all
      - decision: foreign
        when: country != "DK"
        yes:
          - task: check-tax
            assign: { group: tax }
        no: []
      - automated: post
        run: post-to-ledger
    """

  static let organization = """
    organization: Example Ltd
    time-zone: Europe/Copenhagen
    currency: EUR
    administrators: [carol]
    users:
      - { id: sam, name: Sam Holt, login: sammy, mail: sam@example.org, manager: frank, groups: [employees] }
      - { id: frank, name: Frank Berg, manager: sue, signing-limit: 10000, active-to: 2027-12-31 }
      - { id: sue, name: Sue Lind, signing-limit: { expense-report: 50000, purchase-requisition: 20000 USD } }
      - { id: ann, name: Ann, manager: sue, grade: 4, remote: true, hired: 2020-05-01, room: "12" }
      - { id: bill, name: Bill, manager: ann }
      - { id: carol, name: Carol, manager: sue }
      - { id: ivan, name: Ivan, manager: frank }
      - { id: kim, name: Kim, manager: frank, disabled: true }
      - { id: jen, name: Jen, manager: frank }
    groups: { employees: [], receipts: [ivan, kim], tax: [jen], ghosts: [kim], empty: [] }
    cost-centers: { "4100": { title: Sales, owner: frank, budget: { 2026: 120000 } } }
    projects: { p-111: { title: New line, owner: sue } }
    """

  static let schema = DocumentSchema(
    fields: [
      Field("country", .text), Field("total", .money, isCalculated: true),
      Field("cost-center", .text),
    ],
    lineFields: [Field("amount", .money), Field("project", .text)])

  static func context(organization text: String = organization) -> CheckContext {
    CheckContext(
      types: ["expense-report": schema],
      executables: ["expense-report": ["post-to-ledger", "archive"]],
      organization: Organization.parse(text, file: "o.yaml").organization)
  }

  /// What is found in a workflow with these elements, indented by two spaces.
  static func findings(elements: String, head: String = "") -> [Finding] {
    let yaml = """
      workflow: w
      title: T
      type: expense-report
      \(head.isEmpty ? "priority: 1" : head)
      elements:
      \(elements)
      """
    let (definition, findings) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    return findings + (definition?.check(in: context()) ?? [])
  }
}
