// Standing delegations that people add (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct DelegationTests {
  private func rule(_ from: PersonID, _ to: PersonID) -> StandingDelegation {
    StandingDelegation(from: from, to: to)
  }

  @Test("a person's own delegation applies to new items, and no longer once it is removed")
  func own() throws {
    let bench = try Bench(Elements.manager)
    let before = try bench.underWay()
    let added = try bench.engine.addDelegation(rule("frank", "sue"), by: Actor("frank"))
    let id = try bench.underWay()
    #expect(try bench.asked(before) == ["frank"])
    #expect(try bench.asked(id) == ["sue"])
    #expect(try bench.openItems(of: id).first?.onBehalfOf == "frank")
    try bench.engine.removeDelegation(try #require(added.number), by: Actor("frank"))
    #expect(try bench.asked(try bench.underWay()) == ["frank"])
    #expect(try bench.asked(id) == ["sue"])
  }

  @Test("only administrators add delegations for others, and the record keeps all of them")
  func others() throws {
    let bench = try Bench(Elements.manager)
    let engine = bench.engine
    #expect(throws: EngineError.self) {
      try engine.addDelegation(rule("frank", "sue"), by: Actor("sam"))
    }
    let added = try engine.addDelegation(rule("frank", "sue"), by: Bench.root)
    #expect(throws: EngineError.self) {
      try engine.addDelegation(rule("frank", "sue"), by: Bench.root)
    }
    #expect(try engine.delegations(of: "frank", as: Actor("frank")).map(\.number) == [added.number])
    #expect(try engine.delegations(of: "sue", as: Actor("sue")).count == 1)
    #expect(throws: EngineError.self) { try engine.delegations(of: nil, as: Actor("sam")) }
    try engine.removeDelegation(try #require(added.number), by: Actor("frank"))
    #expect(try engine.delegations(of: nil, as: Bench.root).isEmpty)
    #expect(try engine.records(in: "delegations", limit: 10, as: Bench.root).count == 2)
  }

  @Test("a delegation that cannot hold is refused with the reason")
  func refused() throws {
    let bench = try Bench(Elements.manager)
    let yesterday = try bench.engine.today().adding(days: -1)
    let wrong: [StandingDelegation] = [
      rule("frank", "frank"), rule("frank", "kim"), rule("frank", "nobody"),
      StandingDelegation(from: "frank", to: "sue", end: yesterday),
      StandingDelegation(from: "frank", to: "sue", scope: .type("nota")),
      StandingDelegation(from: "frank", to: "sue", scope: .workflow("usul")),
    ]
    for rule in wrong {
      #expect(throws: EngineError.self) {
        try bench.engine.addDelegation(rule, by: Actor("frank"))
      }
    }
  }

  @Test("another process sees a delegation at once, and a new organisation keeps it")
  func shared() throws {
    let bench = try Bench(Elements.manager)
    let other = bench.anotherEngine()
    #expect(try other.organization().delegations.isEmpty)
    try bench.engine.addDelegation(rule("frank", "sue"), by: Actor("frank"))
    #expect(try other.organization().delegations.count == 1)
    try bench.engine.loadOrganization(Bench.organization, file: "o.yaml", by: Bench.root)
    #expect(try other.organization().delegations.count == 1)
    #expect(try bench.asked(try bench.underWay()) == ["sue"])
  }
}
