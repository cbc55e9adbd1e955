// What `workflow diff` tells of two versions.

import Testing
import Workflow

@Suite struct WorkflowDifferenceTests {
  private func definition(_ elements: String, head: String = "") throws -> WorkflowDefinition {
    let yaml = "workflow: w\ntitle: T\ntype: expense-report\n\(head)\nelements:\n\(elements)\n"
    let (definition, findings) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    return try #require(definition, "\(findings)")
  }

  private func difference(
    _ old: String, _ new: String, oldHead: String = "", head: String = ""
  ) throws -> [String] {
    try definition(new, head: head).difference(from: definition(old, head: oldHead))
      .map(\.description)
  }

  private let a = "  - task: a\n    assign: { user: ann }\n    limit: 2 days\n"
  private let b = "  - task: b\n    assign: { user: sue }\n"
  private let c = "  - automated: c\n    run: post\n"

  @Test("A version does not differ from itself, however it is written")
  func same() throws {
    #expect(try difference(a + b, a + b) == [])
    let other =
      "  - { limit: \"2 days\", 'task': a, assign: {user: 'ann'} }\n  - task: b\n    assign:\n      user: sue\n"
    #expect(try difference(a + b, other) == [])
    let whole = DefinitionTestFiles.workflow
    let parsed = try #require(WorkflowDefinition.parse(whole, file: "w.yaml").definition)
    #expect(parsed.difference(from: parsed).isEmpty)
  }

  @Test("Elements are told as added, removed, moved and changed, with the keys from and to")
  func elements() throws {
    #expect(try difference(a + b, a + b + c) == ["automated `c` added"])
    #expect(try difference(a + b + c, a + b) == ["automated `c` removed"])
    #expect(
      try difference(a + b + c, b + c + a) == ["task `a` moved from first to after c"])
    let changed =
      "  - task: a\n    assign: { group: tax }\n    remind: [1 day before]\n    limit: 2 days\n"
    #expect(
      try difference(a, changed) == [
        "task `a` changed: assign: { user: ann } → { group: tax }; remind: (none) → [1 day before]"
      ])
    #expect(
      try difference(changed, a) == [
        "task `a` changed: assign: { group: tax } → { user: ann }; remind: [1 day before] → (none)"
      ])
    let kind = "  - automated: a\n    run: post\n"
    #expect(try difference(a, kind) == ["automated `a` added", "task `a` removed"])
  }

  @Test("Steps of an approval are told as added, removed, moved and changed")
  func steps() throws {
    let m = "{ step: m, assign: { user: ann } }"
    let n = "{ step: n, assign: { user: sue } }"
    func approval(_ steps: String...) -> String {
      "  - approval: x\n    steps: [ \(steps.joined(separator: ", ")) ]\n"
    }
    #expect(try difference(approval(m), approval(m, n)) == ["step `n` of `x` added"])
    #expect(try difference(approval(m, n), approval(n)) == ["step `m` of `x` removed"])
    #expect(
      try difference(approval(m, n), approval(n, m)) == [
        "step `m` of `x` moved from first to after n"
      ])
    let other = "{ step: n, assign: { user: sue }, when: total > 5 }"
    #expect(
      try difference(approval(m, n), approval(m, other)) == [
        "step `n` of `x` changed: when: (none) → total > 5"
      ])
  }

  @Test("An element that goes into a branch has moved; what is inside it has not")
  func branches() throws {
    func parallel(_ name: String, _ inner: String) -> String {
      "  - parallel: \(name)\n    branches: [ { branch: x, elements: [ \(inner) ] } ]\n"
    }
    let task = "{ task: b, assign: { user: sue } }"
    let decision = "{ decision: d, when: total > 5, yes: [ \(task) ] }"
    #expect(
      try difference(b + parallel("p", ""), parallel("p", task)) == [
        "task `p/x/b` moved from b to p/x/b"
      ])
    #expect(
      try difference(parallel("p", decision), "  - \(decision)\n" + c) == [
        "decision `d` moved from p/x/d to d", "automated `c` added", "parallel `p` removed",
      ])
    let join = parallel("p", task) + "    join: 1\n"
    #expect(
      try difference(parallel("p", task), join) == ["parallel `p` changed: join: (none) → 1"])
  }

  @Test("The workflow's own keys are told first")
  func head() throws {
    #expect(
      try difference(
        a, a, oldHead: "priority: 1\nowner: ann", head: "priority: 2\nactivation: total > 5")
        == [
          "workflow changed: priority: 1 → 2; activation: (none) → total > 5; owner: ann → (none)"
        ])
  }
}
