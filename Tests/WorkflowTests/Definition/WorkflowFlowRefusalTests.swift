// Mistakes of branches, of other workflows, of people, and what can never be reached.

import Testing
import Workflow

@Suite struct WorkflowFlowRefusalTests {
  typealias Mistake = (name: String, elements: String, place: String, remedy: String)

  private static let task = "{ task: t, assign: { user: ann } }"

  private func expect(_ mistake: Mistake, _ severity: Finding.Severity = .error) {
    let findings = RefusalFiles.findings(
      mistake.elements.split(separator: "$T", omittingEmptySubsequences: false)
        .joined(separator: Self.task))
    let found = findings.first { $0.place.hasPrefix(mistake.place) }
    let all = findings.map(\.description).joined(separator: "\n")
    #expect(found != nil, "\(mistake.name): \(all)")
    #expect(found?.severity == severity, "\(mistake.name)")
    #expect(found?.remedy.contains(mistake.remedy) == true, "\(found?.remedy ?? "")")
    #expect(findings.count == 1, "\(mistake.name): \(all)")
  }

  @Test(
    "A workflow with wrong outcomes, branches or rounds is refused at its line and column",
    arguments: [
      (
        "no outcome that completes",
        "  - task: a\n    assign: { user: ann }\n    outcomes: { bad: return, worse: request-change }",
        "8:15 without an outcome that completes nobody can finish", "`complete`"
      ),
      (
        "an outcome of an unknown kind",
        "  - task: a\n    assign: { user: ann }\n    outcomes: { ok: complete, bad: reject }",
        "8:36 unknown word `reject`", "Did you mean `return`?"
      ),
      (
        "an outcome that denies where nothing can be denied",
        "  - task: a\n    assign: { user: ann }\n    outcomes: { ok: complete, no: deny }",
        "6:11 documents of the type `expense-report` cannot be denied", "`reject`"
      ),
      (
        "an outcome that is there twice",
        "  - choice: c\n    assign: { user: ann }\n    outcomes: { a: , a: }",
        "8:22 the key `a` is there twice", "line 8"
      ),
      (
        "an outcome with an impossible name",
        "  - choice: c\n    assign: { user: ann }\n    outcomes: { Yes please: , no: }",
        "8:17 `Yes please` cannot be a name", "small letters"
      ),
      (
        "no outcomes", "  - choice: c\n    assign: { user: ann }\n    outcomes: {}",
        "8:15 `outcomes` names each outcome", "call"
      ),
      (
        "a join of more branches than there are",
        "  - parallel: p\n    join: 3\n    branches: [ { branch: x, elements: [$T] }, { branch: y, elements: [$T] } ]",
        "7:11 `join: 3` waits for more branches than there are (2)", "1 to 2"
      ),
      (
        "a join of no branches",
        "  - parallel: p\n    join: 0\n    branches: [ { branch: x, elements: [$T] } ]",
        "7:11 `join` says how many branches must be done", "join: all"
      ),
      (
        "two branches of one name",
        "  - parallel: p\n    branches: [ { branch: x, elements: [$T] }, { branch: x, elements: [$T] } ]",
        "7:90 the branch name `x` is used twice", "differently"
      ),
      (
        "no branches", "  - parallel: p\n    branches: []",
        "7:15 `branches` must be a list with at least one entry", "branch: budget"
      ),
      (
        "too many rounds",
        "  - repeat: r\n    while: urgent\n    at-most: 5000\n    elements: [$T]",
        "8:14 `at-most` must be a whole number", "1 to 1000"
      ),
      (
        "no bound on the rounds", "  - repeat: r\n    while: urgent\n    elements: [$T]",
        "6:5 `at-most` is missing", "at-most: 3"
      ),
      (
        "a round without elements",
        "  - repeat: r\n    while: urgent\n    at-most: 3\n    elements: []",
        "9:15 `elements` is empty", "at least one"
      ),
      (
        "a condition of a round that is none",
        "  - repeat: r\n    while: total\n    at-most: 3\n    elements: [$T]",
        "7:12 a condition is true or false, but `total` is money", "Compare"
      ),
    ])
  func branches(mistake: Mistake) { expect(mistake) }

  @Test(
    "A workflow with a wrong reference to another workflow is refused at its line and column",
    arguments: [
      (
        "an unknown subworkflow",
        "  - subworkflow: s\n    workflow: wholle\n    document: cash-advance",
        "7:15 unknown workflow `wholle`", "`whole`"
      ),
      (
        "an unknown line workflow", "  - lines: l\n    otherwise: line-onne",
        "7:16 unknown workflow `line-onne`", "`line-one`"
      ),
      (
        "a route to a workflow for whole documents", "  - lines: l\n    otherwise: whole",
        "7:16 `whole` is for whole documents, not for lines", "level: line"
      ),
      (
        "a route to lines of another type", "  - lines: l\n    otherwise: line-other",
        "7:16 `line-other` is for lines of the type `purchase`", "same type"
      ),
      (
        "a subworkflow for lines",
        "  - subworkflow: s\n    workflow: line-one\n    document: cash-advance",
        "7:15 `line-one` is for lines, not for whole documents", "level: line"
      ),
      (
        "a subworkflow that is the workflow itself",
        "  - subworkflow: s\n    workflow: w\n    document: cash-advance",
        "7:15 the subworkflow `w` leads back to this workflow: w → w", "Name another"
      ),
      (
        "a circle of subworkflows",
        "  - subworkflow: s\n    workflow: back\n    document: cash-advance",
        "7:15 the subworkflow `back` leads back to this workflow: w → back → further → w",
        "Name another"
      ),
      (
        "a circle through lines", "  - lines: l\n    otherwise: line-back",
        "7:16 the line workflow `line-back` leads back to this workflow: w → line-back → w",
        "Name another"
      ),
      (
        "an unknown field for the document",
        "  - subworkflow: s\n    workflow: whole\n    document: cash-advanse",
        "8:15 unknown field `cash_advanse`", "`cash-advance`"
      ),
      (
        "a field that is no document",
        "  - subworkflow: s\n    workflow: whole\n    document: total",
        "8:15 `total` is money, which names no document", "text field"
      ),
      (
        "a route with a wrong condition",
        "  - lines: l\n    route: [ { when: line.amont > 5, workflow: line-one } ]",
        "7:22 the condition `line.amont > 5` is wrong: unknown name `line.amont`", "Names here"
      ),
      (
        "no line workflow at all", "  - lines: l", "6:5 no workflow is named for the lines", "route"
      ),
    ])
  func references(mistake: Mistake) { expect(mistake) }

  @Test("A workflow without an active version is a warning where it is named")
  func inactive() {
    expect(
      (
        "draft", "  - subworkflow: s\n    workflow: draft\n    document: cash-advance",
        "7:15 no version of the workflow `draft` is active", "Activate"
      ), .warning)
  }

  @Test(
    "A workflow with an element that is never reached is refused at its line and column",
    arguments: [
      (
        "a branch behind a constant",
        "  - decision: d\n    when: 1 > 2\n    yes: [$T]\n    no: [$T]",
        "8:19 `d/yes/t` is never reached: the condition of `d` never holds", "Mend"
      ),
      (
        "a branch behind what cannot be",
        "  - decision: d\n    when: total > 5 and total < 3\n    yes: [$T]\n    no: []",
        "8:19 `d/yes/t` is never reached: the condition of `d` never holds", "Mend"
      ),
      (
        "a branch behind what is always so",
        "  - decision: d\n    when: country == \"DK\" or country != \"DK\"\n    yes: []\n    no: [$T]",
        "9:18 `d/no/t` is never reached: the condition of `d` always holds", "Mend"
      ),
      (
        "a step that is never asked",
        "  - approval: a\n    steps:\n      - { step: m, assign: { user: ann } }\n      - { step: n, when: urgent and not urgent, assign: { user: sue } }",
        "9:26 the step `n` of `a` is never reached", "remove the step"
      ),
      (
        "rounds that never begin",
        "  - repeat: r\n    while: false\n    at-most: 3\n    elements: [$T]",
        "9:24 `r/again/t` is never reached: `while` of `r` never holds", "Mend"
      ),
      (
        "an automatic action that always acts",
        "  - approval: a\n    automatic: { when: 1 < 2, do: approve }\n    steps: [ { step: m, assign: { user: ann } } ]",
        "7:24 the automatic action of `a` always acts, so no step is ever reached", "Mend"
      ),
      (
        "an automatic action that never acts",
        "  - task: a\n    automatic: { when: total != total, do: complete }\n    assign: { user: ann }",
        "7:24 the automatic action of `a` never acts", "remove `automatic`"
      ),
      (
        "a route behind one that takes everything",
        "  - lines: l\n    route:\n      - { when: line.amount > 5, workflow: line-one }\n      - { when: line.amount > 7, workflow: line-one }",
        "9:17 the route to `line-one` is never taken: a route before it takes those lines", "move"
      ),
      (
        "an otherwise that is never taken",
        "  - lines: l\n    route: [ { when: true, workflow: line-one } ]\n    otherwise: line-one",
        "8:16 `otherwise: line-one` is never reached: the routes take every line", "remove"
      ),
      (
        "a branch that an empty one cancels",
        "  - parallel: p\n    join: 1\n    branches: [ { branch: x, elements: [] }, { branch: y, elements: [$T] } ]",
        "8:78 `p/y/t` is canceled at once: the empty branch `x` is enough", "join: all"
      ),
    ])
  func unreachable(mistake: Mistake) { expect(mistake) }

  @Test("A workflow with an element behind one that always sends back is refused at its line")
  func sendsBack() {
    let always = "{ when: 1 < 2, do: reject }"
    let back = "{ task: b, assign: { user: ann }, automatic: \(always) }"
    let task = Self.task
    #expect(
      RefusalFiles.findings("  - \(back)\n  - \(task)").map(\.place) == [
        "6:58 the automatic action of `b` always acts, so no person is ever reached",
        "7:13 `t` is never reached: `b` before it always sends the document back",
      ])
    let branches = "{ decision: d, when: urgent, yes: [\(back)], no: [\(back)] }"
    let found = RefusalFiles.findings("  - \(branches)\n  - \(task)").map(\.place)
    #expect(
      found.last
        == "7:13 `t` is never reached: `d` before it never goes forward in any of its branches",
      "\(found)")
    let last = RefusalFiles.findings("  - \(back)").map(\.place)
    #expect(
      last.first == "6:13 `b` always sends the document back, so the workflow never completes")
    let one = "{ decision: d, when: urgent, yes: [\(back)], no: [] }"
    #expect(
      RefusalFiles.findings("  - \(one)\n  - \(task)").map(\.message) == [
        "the automatic action of `d/yes/b` always acts, so no person is ever reached"
      ])
  }

  @Test("A workflow whose activation condition never holds is refused at its line and column")
  func activation() {
    let findings = RefusalFiles.findings(
      "  - \(Self.task)", head: "activation: total > 5 and total in [1, 2]")
    #expect(
      findings.map(\.place) == [
        "4:13 the activation condition never holds, so the workflow is never chosen"
      ])
  }

  @Test("An automated element before a restart that would run it again is told with its place")
  func runsAgain() {
    let post = "{ automated: post, run: post, again: true }"
    let task = "{ task: t, restart: workflow, assign: { user: ann } }"
    let warned = RefusalFiles.findings("  - \(post)\n  - \(task)")
    #expect(
      warned.map(\.place) == [
        "6:18 `post` runs again when `t` sends the document back and restarts the workflow"
      ])
    #expect(warned.map(\.severity) == [.warning])
    #expect(RefusalFiles.findings("  - \(task)\n  - \(post)").isEmpty)
    #expect(RefusalFiles.findings("  - { automated: post, run: post }\n  - \(task)").isEmpty)
    let rounds = "{ repeat: r, while: urgent, at-most: 3, elements: [ \(post) ] }"
    #expect(
      RefusalFiles.findings("  - \(rounds)").map(\.place) == [
        "6:70 `r/again/post` runs again in every round of `r`, at most 3 times"
      ])
    let beside = """
        - parallel: p
          branches:
            - { branch: x, elements: [ \(post) ] }
            - { branch: y, elements: [ \(task) ] }
      """
    #expect(
      RefusalFiles.findings(beside).map(\.message).first?.hasPrefix("`p/x/post` runs") == true)
  }
}
