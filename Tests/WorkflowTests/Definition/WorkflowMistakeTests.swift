// Every mistake in a workflow is told with its line, column and remedy, all at once.

import Testing
import Workflow

@Suite struct WorkflowMistakeTests {
  @Test("What is wrong under a misspelt key or kind is told at once with the others")
  func underSlips() {
    let (_, found) = WorkflowDefinition.parse(
      """
      workflow: w
      title: T
      type: note
      elemnts:
        - taks: a
          assing: { usr: ann, fallbck: { usrs: [] } }
          limt: 2 dayz
        - approval: b
          stps:
            - stp: one
              asign: { user: sue }
              polcy: most
      """, file: "w.yaml")
    let places = found.map { "\($0.location.line) \($0.message)" }
    #expect(
      places == [
        "4 unknown key `elemnts`", "5 unknown kind of element `taks`", "6 unknown key `assing`",
        "6 unknown key `usr`", "6 unknown key `fallbck`", "6 unknown key `usrs`",
        "6 `users` names nobody", "7 unknown key `limt`", "7 `2 dayz` is no length of time",
        "9 unknown key `stps`", "10 unknown key `stp`", "11 unknown key `asign`",
        "12 unknown key `polcy`", "12 unknown policy `most`",
      ], "\(places)")
  }

  @Test("A file of nothing but misspelt keys, nested deep, is read in bounded time")
  func manySlips() {
    var yaml = "elemnts: "
    for _ in 0..<9 { yaml += "[ { reapet: a, whle: true, elemnts: " }
    yaml += "[]" + String(repeating: " } ]", count: 9)
    let (_, found) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    #expect(found.count <= 100 && found.count > 10)
  }

  @Test(
    "Mistakes in an element",
    arguments: [
      ("  - task: a\n    assing: { user: ann }", "7:5 unknown key `assing`", "`assign`"),
      ("  - task: a", "6:5 `assign` is missing", "assign:"),
      ("  - taks: a\n    assign: { user: ann }", "6:5 unknown kind of element `taks`", "`task`"),
      ("  - choice: a\n    assign: { user: ann }", "6:5 `outcomes` is missing", "outcomes:"),
      (
        "  - task: a\n    assign: { queue: bugdet }", "7:22 unknown queue `bugdet`",
        "There are none"
      ),
      ("  - task: a\n    assign: { user: nan }", "7:21 unknown user `nan`", "`ann`"),
      ("  - task: a\n    assign: { users: [ann, xxxx] }", "7:28 unknown user `xxxx`", "Known here"),
      ("  - task: a\n    assign: { users: [ann, ann] }", "7:28 `ann` is there twice", "Remove"),
      ("  - task: a\n    assign: { users: [] }", "7:22 `users` names nobody", "[ann, sue]"),
      (
        "  - task: a\n    assign: { group: reciepts }", "7:22 unknown group `reciepts`",
        "`receipts`"
      ),
      (
        "  - task: a\n    assign: { user: ann, group: tax }",
        "7:13 several ways to say who is asked: user, group", "Keep one"
      ),
      ("  - task: a\n    assign: {}", "7:13 nobody is named to be asked", "`user`"),
      (
        "  - task: a\n    assign: ann",
        "7:13 expected a mapping of keys to values, found a single value", "assign:"
      ),
      (
        "  - task: a\n    assign: { administrators: false }",
        "7:31 `administrators: false` asks nobody",
        "true"
      ),
      ("  - task: A b\n    assign: { user: ann }", "6:11 `A b` cannot be a name", "small letters"),
      (
        "  - task: a\n    assign: { user: ann }\n  - task: a\n    assign: { user: ann }",
        "8:11 the name `a` is used twice", "line 6"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    subject: \"Of {document.titel}\"",
        "8:19 unknown placeholder `{document.titel}`", "Names here"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    subject: Of {document",
        "8:17 `subject` cannot be read",
        "{document.title}"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    automatic: { when: totl < 5, do: complete }",
        "8:24 the condition `totl < 5` is wrong: unknown name `totl`; did you mean `total`?",
        "Names here"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    automatic: { when: total < , do: complete }",
        "8:31 `when` is not an expression", "total > 100"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    automatic: { when: total > 5, do: approve }",
        "8:39 `approve` is no answer to this element", "`complete`"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    automatic: { do: complete }",
        "8:16 `when` is missing",
        "when:"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    allow: [complet, reject]",
        "8:13 unknown word `complet`",
        "`complete`"
      ),
      (
        "  - task: a\n    assign: { user: ann }\n    allow: [reject]",
        "8:12 without `complete` nobody can finish this element", "Add"
      ),
      ("  - approval: a", "6:5 `steps` is missing", "steps:"),
      (
        "  - approval: a\n    steps: []", "7:12 `steps` must be a list with at least one step",
        "step: manager"
      ),
      (
        "  - approval: a\n    steps:\n      - { step: m, assign: { user: ann }, policy: most }",
        "8:51 unknown policy `most`", "`majority`"
      ),
      (
        "  - approval: a\n    steps:\n      - { step: m, assign: { user: ann } }\n      - { step: m, assign: { user: ann } }",
        "9:17 the step name `m` is used twice", "line 8"
      ),
      (
        "  - approval: a\n    steps:\n      - step: m\n        when: 'country == \"DK\" and total'\n        assign: { user: ann }",
        "9:32 the condition `country == \"DK\" and total` is wrong: `and` joins conditions, but here is money",
        "Names here"
      ),
      (
        "  - approval: a\n    steps:\n      - step: m\n        when: total\n        assign: { user: ann }",
        "9:15 a condition is true or false, but `total` is money", "Compare"
      ),
      (
        "  - approval: a\n    allow: [approve, deny]\n    steps: [ { step: m, assign: { user: ann } } ]",
        "6:15 documents of the type `expense-report` cannot be denied", "`reject`"
      ),
      ("  - decision: d\n    yes: []", "6:5 `when` is missing", "when:"),
      (
        "  - decision: d\n    when: total > 5", "6:5 both branches of the decision are empty",
        "`yes`"
      ),
      (
        "  - decision: d\n    when: 1 < 2\n    yes: [ { task: a, assign: { user: ann } } ]",
        "7:11 the condition of `d` always holds, so it decides nothing", "Name a field"
      ),
      ("  - automated: p", "6:5 `run` is missing", "run:"),
      (
        "  - automated: p\n    run: post-to-leger",
        "7:10 the type `expense-report` executes nothing named",
        "`post-to-ledger`"
      ),
      (
        "  - automated: p\n    run: archive\n    again: maybe",
        "8:12 `again` must be true or false", "again: true"
      ),
      (
        "  - task: a\n    assign: { hierarchy: boss }", "7:26 unknown word `boss`", "manager"
      ),
      (
        "  - task: a\n    assign: { hierarchy: manager, from: owner, until: signing_limit > total, take: last }",
        "7:41 the workflow has no owner to begin with", "owner:"
      ),
      (
        "  - task: a\n    assign: { hierarchy: manager, until: signing_limt > total }",
        "7:42 the condition `signing_limt > total` is wrong: unknown name `signing_limt`",
        "signing_limit"
      ),
      (
        "  - task: a\n    assign: { group: empty }",
        "7:13 group empty of task `a` resolves to nobody, whoever submits", "fallback"
      ),
      (
        "  - task: a\n    assign: { group: ghosts, fallback: { group: empty } }",
        "7:13 group ghosts of task `a` resolves to nobody, whoever submits", "fallback"
      ),
      (
        "  - task: a\n    assign: { hierarchy: manager, until: signing_limit >= total, take: last }",
        "7:13 hierarchy manager from originator until signing_limit >= total of task `a` resolves to nobody when sue submits",
        "fallback"
      ),
      (
        "  - task: a\n    assign: { hierarchy: manager, from: { user: sue } }",
        "7:13 hierarchy manager from user sue of task `a` resolves to nobody, whoever submits",
        "fallback"
      ),
      ("  - [a]", "6:5 an element is a mapping, found a list", "task: review"),
      (
        "  - task: a\n    approval: b\n    assign: { user: ann }",
        "6:5 this element is of several kinds",
        "Keep one"
      ),
    ] as [(String, String, String)])
  func elements(yaml: String, place: String, remedy: String) throws {
    let findings = DefinitionTestFiles.findings(elements: yaml)
    let found = findings.first { $0.place.hasPrefix(place) }
    #expect(found != nil, "\(findings.map(\.place))")
    #expect(found?.remedy.contains(remedy) == true, "\(found?.remedy ?? "")")
    #expect(findings.count == 1, "\(findings.map(\.description))")
  }

  @Test(
    "Mistakes in the head",
    arguments: [
      ("owner: carl", "4:8 unknown user `carl`"),
      ("priority: high", "4:11 `priority` must be a whole number"),
      ("activation: total >", "4:20 `activation` is not an expression"),
      (
        "activation: \"country == 5\"",
        "4:22 the condition `country == 5` is wrong: text and number"
      ),
      (
        "activation: \"totl\\n\\t> 5\\e\"",
        "4:14 `activation` is not an expression"
      ),
      (
        "activation: \"totl\\n > 5\"",
        "4:14 the condition `totl  > 5` is wrong: unknown name `totl`"
      ),
      ("keep-approvals: 1", "4:17 `keep-approvals` must be true or false"),
      ("notify: [owner]", "4:9 `notify` names who is told of which event"),
      ("title: Again", "4:1 the key `title` is there twice"),
      ("restart: workflow", "4:1 a workflow has no `restart`"),
      ("level: lines", "4:8 unknown word `lines`"),
      ("prioritty: 1", "4:1 unknown key `prioritty`"),
      ("legal-entities: main", "4:17 `legal-entities` must be a list"),
      ("instructions: [x]", "4:15 `instructions` must be a single value"),
      ("instructions: { en: x, Danish: y }", "4:24 `Danish` is no language"),
      ("instructions: { da: [x] }", "4:21 `instructions` holds one text for each language"),
    ])
  func head(line: String, place: String) {
    let elements = "  - task: a\n    assign: { user: ann }"
    let findings = DefinitionTestFiles.findings(elements: elements, head: line)
    #expect(
      findings.count == 1 && findings[0].place.hasPrefix(place), "\(findings.map(\.description))")
  }

  @Test("Everything is reported at once, in the order of the file")
  func all() {
    let yaml = """
      workflow: Bad Name
      tittle: x
      activation: total >
      elements:
        - task: a
          assing: {}
        - approval: b
          steps:
            - { step: s, policy: none }
      """
    let (definition, findings) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    #expect(definition == nil)
    #expect(
      findings.map { "\($0.location.line):\($0.location.column)" } == [
        "1:1", "1:11", "2:1", "3:20", "6:5", "6:13", "9:9", "9:28",
      ], "\(findings.map(\.description).joined(separator: "\n"))")
    #expect(
      findings[1].description.hasPrefix("w.yaml:1:11: error: `Bad Name` cannot be a name. Use"))
  }

  @Test("An unknown type is told, and nothing that follows from it")
  func unknownType() throws {
    let yaml =
      "workflow: w\ntitle: T\ntype: expense-reprot\nelements: [ { task: a, automatic: { when: x > 1, do: complete }, assign: { user: ann } } ]"
    let definition = try #require(WorkflowDefinition.parse(yaml, file: "w.yaml").definition)
    let findings = definition.check(in: DefinitionTestFiles.context())
    #expect(findings.map(\.place) == ["3:7 unknown document type `expense-reprot`"])
    #expect(findings.first?.remedy == "Did you mean `expense-report`?")
  }

  @Test("A barred submitter counts as nobody")
  func barred() {
    let own = "  - task: a\n    assign: { originator: true }"
    #expect(DefinitionTestFiles.findings(elements: own).isEmpty)
    let findings = DefinitionTestFiles.findings(elements: own, head: "submitter-may-approve: false")
    #expect(findings.map(\.severity) == [.error])
    let group = "  - task: a\n    assign: { group: tax }"
    let some = DefinitionTestFiles.findings(elements: group, head: "submitter-may-approve: false")
    #expect(some.map(\.severity) == [.warning])
    #expect(some.first?.message.hasSuffix("nobody when jen submits") == true)
  }
}
