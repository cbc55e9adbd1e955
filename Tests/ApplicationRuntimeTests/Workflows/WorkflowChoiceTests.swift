// Versions, and which workflow runs on submit (SPEC 3).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct WorkflowChoiceTests {
  private func workflow(of id: DocumentID, in bench: Bench) throws -> WorkflowID {
    try bench.instance(of: id).workflow
  }

  @Test("of those whose condition holds, the one with the highest priority runs")
  func priority() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, id: "any", head: "priority: 1")
    try bench.activate(
      Elements.manager, id: "danish", head: "activation: country == \"DK\"\npriority: 5")
    try bench.activate(
      Elements.manager, id: "large", head: "activation: amount > 1000\npriority: 9")
    #expect(try workflow(of: bench.submitted(), in: bench) == "danish")
    #expect(try workflow(of: bench.submitted(country: "SE"), in: bench) == "any")
    #expect(try workflow(of: bench.submitted(2_000), in: bench) == "large")
  }

  @Test("a workflow with legal entities runs for documents of those alone")
  func legalEntities() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, id: "any", head: "priority: 1")
    try bench.activate(
      Elements.manager, id: "north", head: "legal-entities: [NO1, SE1]\npriority: 5")
    for (entity, expected) in [("SE1", "north"), ("DK1", "any")] as [(String, WorkflowID)] {
      let content = DocumentContent(fields: [
        "subject": "Trip", "legal-entity": .text(entity),
        "amount": .money(Money(minorUnits: 100, currency: .euro)),
      ])
      let id = try bench.engine.createDocument(type: "note", content: content, by: Actor("sam")).id
      try bench.act(.submit, id, by: "sam")
      #expect(try workflow(of: id, in: bench) == expected)
    }
  }

  @Test("two of equal priority: submit fails with an error that names both")
  func tie() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, id: "one", head: "activation: amount > 1\npriority: 2")
    try bench.activate(Elements.manager, id: "two", head: "activation: amount > 2\npriority: 2")
    try bench.activate(Elements.manager, id: "low", head: "priority: 1")
    let id = try bench.draft()
    let refusal = bench.refusal(.submit, id, by: "sam")
    #expect(refusal?.code == .conflict)
    #expect(refusal?.message.contains("one and two") == true)
    #expect(try bench.status(id) == .draft)
  }

  @Test("none: the type's default workflow; no default: submit is refused and says so")
  func usual() throws {
    let head = "activation: amount > 100000\npriority: 2"
    let bench = try Bench { $0.defaultWorkflow = "other" }
    try bench.activate(Elements.manager, id: "other", head: head)
    #expect(try workflow(of: bench.submitted(), in: bench) == "other")
    let without = try Bench()
    try without.activate(Elements.manager, id: "other", head: head)
    let id = try without.draft()
    let refusal = without.refusal(.submit, id, by: "sam")
    #expect(refusal?.code == .notAllowed)
    #expect(refusal?.message.contains("no default") == true)
  }

  @Test("activating a version deactivates the former; a running instance keeps its own")
  func versions() throws {
    let bench = try Bench(Elements.manager)
    let first = try bench.underWay()
    try bench.activate(Elements.both)
    let second = try bench.underWay()
    #expect(try bench.instance(of: first).version == 1)
    #expect(try bench.instance(of: second).version == 2)
    #expect(try bench.asked(second) == ["ann", "bob"])
    #expect(try bench.engine.versions(of: "usual").filter(\.isActive).map(\.version) == [2])
    try bench.act(.approve, first, by: "frank")
    try bench.run()
    #expect(try bench.status(first) == .approved)
  }

  @Test("a version with errors cannot be activated; warnings have to be accepted")
  func errors() throws {
    let bench = try Bench()
    let error = #expect(throws: EngineError.self) {
      try bench.activate("  - automated: x\n    run: nothing-like-this")
    }
    #expect(error?.code == .badData && error?.details.isEmpty == false)
    #expect(try bench.engine.versions(of: "usual").count == 1)
  }

  @Test("Every activation condition that is evaluated is in the history, with the values it read")
  func recorded() throws {
    let bench = try Bench(Elements.manager)
    try bench.activate(
      Elements.receipts, id: "large", head: "priority: 5\nactivation: amount > 1000")
    let id = try bench.submitted(500)
    let entries = bench.history(of: id).filter { $0.event == .conditionEvaluated }
    #expect(entries.map(\.detail) == ["activation of large: amount > 1000: false"])
    #expect(entries.first?.values.map(\.name) == ["amount"])
    let other = try bench.submitted(2_000)
    #expect(
      bench.history(of: other).filter { $0.event == .conditionEvaluated }.map(\.detail)
        == ["activation of large: amount > 1000: true"])
  }
}
