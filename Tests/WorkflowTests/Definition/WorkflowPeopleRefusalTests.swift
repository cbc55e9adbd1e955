// Who is asked, in the organisation as it is; who is locked out; which workflows are not apart.

import Testing
import Workflow

@Suite struct WorkflowPeopleRefusalTests {
  private func places(_ elements: String, head: String = "priority: 7") -> [String] {
    RefusalFiles.findings(elements, head: head).map { "\($0.severity.rawValue) \($0.place)" }
  }

  @Test(
    "A workflow with an assignment to nobody is refused at its line and column, or warned of",
    arguments: [
      ("{ field: interim-aprover }", "error 7:22 unknown field `interim_aprover`"),
      ("{ field: total }", "error 7:22 `total` is money, which names nobody"),
      ("{ field: country.owner }", "error 7:22 `country` has no owner in the organisation"),
      (
        "{ field: interim-approver }",
        "warning 7:13 field interim_approver of task `a` resolves to nobody when `interim_approver` is empty"
      ),
      (
        "{ field: project.owner }",
        "warning 7:13 field project.owner of task `a` resolves to nobody when project is p-2"
      ),
      ("{ queue: bugdet }", "error 7:22 unknown queue `bugdet`"),
      (
        "{ queue: by-amount }",
        "error 7:22 the rule `amount > 5` of queue `by-amount` does not fit documents of the type `expense-report`: unknown name `amount`; a line has it: write `lines.any(amount …)`, or ask `all` or `sum`"
      ),
      (
        "{ queue: by-number }",
        "error 7:22 the rule `total` of queue `by-number` is money, no condition"
      ),
      (
        "{ queue: ghosts }",
        "error 7:13 queue ghosts of task `a` resolves to nobody, whoever submits"
      ),
      (
        "{ queue: closed }",
        "error 7:13 queue closed of task `a` resolves to nobody, whoever submits"
      ),
      (
        "{ queue: part-closed }",
        "warning 7:13 queue part-closed of task `a` resolves to nobody when queue closed is chosen"
      ),
      ("{ owner: true }", "error 7:15 the workflow has no owner to be asked"),
      ("{ owner: false }", "error 7:22 `owner: false` asks nobody"),
      (
        "{ previous-approver: true }",
        "error 7:13 nobody can have approved before `a`, so its previous approver is nobody"
      ),
      ("{ user: kim }", "error 7:13 user kim of task `a` resolves to nobody, whoever submits"),
    ])
  func nobody(assign: String, place: String) {
    #expect(places("  - task: a\n    assign: \(assign)") == [place])
    let fallback = assign.dropLast(2) + ", fallback: { administrators: true } }"
    let withFallback = places("  - task: a\n    assign: \(fallback)")
    let isAboutPeople = place.contains("resolves to nobody") || place.contains("previous approver")
    #expect(withFallback == (isAboutPeople ? [] : [place]))
  }

  @Test("A task before does not make a previous approver, an approval does")
  func previousApprover() {
    let asked = """
        - approval: b
          steps: [ { step: m, assign: { previous-approver: true } } ]
      """
    let task = "  - task: a\n    assign: { user: ann }\n"
    let approval = "  - approval: a\n    steps: [ { step: m, assign: { user: ann } } ]\n"
    #expect(
      places(task + asked) == [
        "error 9:33 nobody can have approved before `b`, so its previous approver is nobody"
      ])
    #expect(places(approval + asked) == [])
  }

  @Test("A workflow that bars the submitter and asks nobody else is refused, or warned of")
  func barred() {
    let head = "submitter-may-approve: false"
    #expect(
      places("  - task: a\n    assign: { group: tax }", head: head) == [
        "warning 7:13 group tax of task `a` resolves to nobody when ann submits"
      ])
    #expect(
      places("  - task: a\n    assign: { originator: true }", head: head) == [
        "error 7:13 originator of task `a` resolves to nobody, whoever submits"
      ])
  }

  @Test("A workflow whose final approver locks out is refused, or warned of")
  func finalApprover() {
    func approval(_ final: String, _ assign: String = "{ group: both }") -> String {
      "  - approval: a\n    final-approver: \(final)\n    steps: [ { step: m, assign: \(assign) } ]"
    }
    #expect(places(approval("{ user: xan }")).first?.hasPrefix("error 7:29 unknown user") == true)
    #expect(
      places(approval("{ user: ann, otherwise: xsue }")).first?.hasPrefix(
        "error 7:45 unknown user") == true)
    #expect(
      places(approval("{ user: ann, otherwise: ann }")) == [
        "error 7:45 `otherwise` is for when ann is the originator, so it cannot be the same person"
      ])
    #expect(
      places(approval("{ user: ann }")) == [
        "warning 7:29 nobody is the final approver of `a` when ann submits and approves"
      ])
    #expect(
      places(approval("{ user: kim, otherwise: kim }")).contains(
        "error 7:29 the final approver of `a` can never be asked when the originator approves"))
    #expect(places(approval("{ user: ann, otherwise: sue }")) == [])
    // A superior is never the originator, so nobody has to be asked once more.
    #expect(
      places(approval("{ user: kim }", "{ hierarchy: manager, fallback: { user: carol } }")).isEmpty
    )
  }

  @Test("A workflow with a limit to legal entities needs a type that has them")
  func legalEntities() {
    let yaml = """
      workflow: x
      title: T
      type: purchase
      legal-entities: [main]
      elements: [ { task: t, assign: { user: ann } } ]
      """
    let found = WorkflowDefinition.check(yaml, file: "x.yaml", in: RefusalFiles.context).findings
    #expect(
      found.filter { $0.severity == .error }.map(\.place) == [
        "4:17 documents of the type `purchase` have no field `legal-entity`"
      ])
  }

  @Test("A workflow for lines has no lines, no activation, and conditions about its line")
  func lines() {
    let task = "  - { task: t, assign: { user: ann } }"
    #expect(places(task, head: "level: line") == [])
    #expect(
      places("  - lines: l\n    otherwise: line-one", head: "level: line") == [
        "error 6:12 a line workflow is about one line, so it has no `lines`"
      ])
    #expect(
      places(task, head: "level: line\npriority: 3\nactivation: total > 5") == [
        "error 5:11 a line workflow is started by `lines`, so it has no `priority`",
        "error 6:13 a line workflow is started by `lines`, so it has no `activation`",
      ])
    let decision =
      "  - { decision: d, when: line.amount > 5, yes: [ { task: t, assign: { user: ann } } ] }"
    #expect(places(decision, head: "level: line") == [])
    #expect(
      places(decision).first?.hasPrefix(
        "error 6:26 the condition `line.amount > 5` is wrong: unknown name `line`") == true)
    let yaml = "workflow: x\ntitle: T\ntype: purchase\nlevel: line\nelements:\n\(task)"
    let found = WorkflowDefinition.check(yaml, file: "x.yaml", in: RefusalFiles.context).findings
    #expect(found.map(\.place) == ["4:8 documents of the type `purchase` have no lines"])
  }

  @Test(
    "Two workflows of equal priority that are not provably apart are a warning that names both",
    arguments: [
      ("", "", false),
      ("activation: total > 100", "", false),
      ("activation: total > 100", "activation: total <= 100", true),
      ("activation: total > 100", "activation: total < 100", true),
      ("activation: total >= 100", "activation: total <= 100", false),
      ("activation: total > 100 EUR", "activation: total < 50 USD", true),
      ("activation: country == \"DK\"", "activation: country == \"SE\"", true),
      ("activation: country == \"DK\"", "activation: country != \"DK\"", true),
      ("activation: country in [\"DK\", \"SE\"]", "activation: country in [\"NO\"]", true),
      ("activation: country in [\"DK\", \"SE\"]", "activation: country in [\"SE\"]", false),
      (
        "activation: country in [\"DK\", \"SE\"]", "activation: not (country in [\"SE\", \"DK\"])",
        true
      ),
      (
        "activation: country == \"DK\" and total > 5",
        "activation: country == \"DK\" and total < 5", true
      ),
      ("activation: country == \"DK\" or total > 5", "activation: country == \"SE\"", false),
      (
        "activation: (country == \"DK\" or country == \"SE\") and urgent",
        "activation: country == \"NO\" or not urgent", true
      ),
      ("activation: urgent", "activation: not urgent", true),
      ("activation: urgent", "activation: urgent == false", true),
      ("activation: country == none", "activation: country == \"DK\"", true),
      ("activation: country != none", "activation: not (country == \"DK\")", false),
      ("activation: day < 2026-01-01", "activation: day >= 2026-01-01", true),
      ("activation: lines.count > 3", "activation: lines.count <= 3", true),
      ("activation: lines.any(amount > 5)", "activation: not lines.any(amount > 5)", true),
      ("activation: lines.any(amount > 5)", "activation: lines.any(amount > 6)", false),
      ("activation: not (total > 5)", "activation: total > 5", true),
      ("activation: not (total > 5)", "activation: total > 4", false),
      ("activation: document.total > 5", "activation: total < 5", true),
      ("activation: project < country", "activation: country <= project", true),
      ("legal-entities: [a]", "legal-entities: [b, c]", true),
      ("legal-entities: [a, b]", "legal-entities: [b, c]", false),
      ("legal-entities: [a]", "activation: legal_entity == \"b\"", true),
      ("priority: 1", "priority: 2", true),
    ])
  func apart(first: String, second: String, isApart: Bool) throws {
    func definition(_ id: String, _ head: String) throws -> WorkflowDefinition {
      let task = "elements: [ { task: t, assign: { user: ann } } ]"
      let yaml = "workflow: \(id)\ntitle: T\ntype: expense-report\n\(head)\n\(task)\n"
      return try #require(WorkflowDefinition.parse(yaml, file: "\(id).yaml").definition)
    }
    let (one, other) = (try definition("one", first), try definition("other", second))
    for (left, right) in [(one, other), (other, one)] {
      let findings = left.check(againstOthers: [right])
      #expect(findings.isEmpty == isApart, "\(findings)")
      guard let finding = findings.first else { continue }
      #expect(finding.severity == .warning)
      #expect(finding.message.contains("`one`") && finding.message.contains("`other`"))
      #expect(finding.location.file == "\(left.id).yaml")
    }
  }
}
