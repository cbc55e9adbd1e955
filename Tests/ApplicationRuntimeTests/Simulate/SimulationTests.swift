// A document through a workflow without touching anything (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SimulatedRunTests {
  private static let elements = """
      - decision: foreign
        when: country != "DK"
        yes: [ { task: tax, assign: { group: receipts } } ]
      - approval: management
        steps:
          - step: manager
            assign: { user: frank }
            limit: 2 days
            remind: [1 day before]
            escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: reject } ]
          - step: board
            when: amount > 1000
            assign: { users: [ann, bob] }
            policy: all
      - choice: audit
        assign: { user: ann }
        outcomes:
          call: { elements: [ { task: phone, assign: { user: sue } } ] }
          skip: { title: No call }
    """

  private func simulate(
    _ bench: Bench, _ id: DocumentID, answers: [String: String] = [:],
    _ change: @escaping @Sendable (inout DocumentContent) throws -> Void = { _ in }
  ) throws -> SimulationReport {
    try bench.engine.simulate(
      SimulationRequest(.document(id), answers: answers, change: change), as: Actor("sam"))
  }

  private func asked(_ report: SimulationReport) -> [String] {
    report.entries.filter { $0.event == nil }.map { entry in
      "\(entry.step ?? entry.element?.name ?? ""): "
        + entry.people.map(\.rawValue).joined(separator: " ")
    }
  }

  @Test("it tells which elements run, who would be asked, and under which conditions")
  func run() throws {
    let bench = try Bench(Self.elements)
    let id = try bench.draft(500)
    let before = bench.store.commits
    let report = try simulate(bench, id)
    #expect(bench.store.commits == before)
    #expect(report.isCompleted, "\(report.ending)")
    #expect(asked(report) == ["manager: frank", "audit: ann", "phone: sue"])
    let condition = try #require(report.entries.first { $0.event == .conditionEvaluated })
    #expect(condition.values.contains { $0.name == "country" && $0.value == "DK" })
  }

  @Test("a changed document takes another way")
  func changed() throws {
    let bench = try Bench(Self.elements)
    let id = try bench.draft(500)
    let report = try simulate(bench, id) {
      $0.fields["country"] = "SE"
      $0.fields["amount"] = .money(Money(minorUnits: 500_000, currency: .euro))
    }
    #expect(
      asked(report) == [
        "tax: ann bob", "manager: frank", "board: ann", "board: bob", "audit: ann", "phone: sue",
      ])
    #expect(try bench.document(id).revision == 1)
  }

  @Test("answers can be chosen by element and step")
  func answers() throws {
    let bench = try Bench(Self.elements)
    let id = try bench.draft(500)
    let report = try simulate(
      bench, id, answers: ["audit": "skip", "management/manager": "reject"])
    #expect(asked(report) == ["manager: frank", "manager: sam", "manager: frank", "audit: ann"])
    #expect(throws: EngineError.self) { try simulate(bench, id, answers: ["audti": "skip"]) }
    #expect(throws: EngineError.self) { try simulate(bench, id, answers: ["audit": "maybe"]) }
  }

  @Test("it tells how the clock would run if nobody answered")
  func clock() throws {
    let bench = try Bench(Self.elements)
    let id = try bench.draft(500)
    let report = try simulate(bench, id)
    let item = try #require(report.entries.first { $0.event == nil })
    #expect(item.dueAt == bench.clock.now().advanced(by: .seconds(2 * 86_400)))
    let events = item.ifUnanswered.map { $0.event?.rawValue ?? "asked" }
    #expect(events.contains("reminded") && events.contains("escalated"), "\(events)")
    #expect(events.contains("asked"))
    let last = try #require(item.ifUnanswered.last)
    #expect(last.at >= bench.clock.now().advanced(by: .seconds(3 * 86_400)))
  }

  @Test("a delegation is told, and a text that is not saved can be tried")
  func unsaved() throws {
    let bench = try Bench(Self.elements)
    try bench.engine.addDelegation(
      StandingDelegation(from: "frank", to: "bob"), by: Actor("frank"))
    let id = try bench.draft(500)
    #expect(asked(try simulate(bench, id)).first == "manager: bob")
    let text = """
      workflow: new
      title: New
      type: note
      elements: [ { task: look, assign: { user: sue } } ]
      """
    let report = try bench.engine.simulate(
      SimulationRequest(.document(id), by: .source(text, file: "new.yaml")), as: Actor("sam"))
    #expect(report.version == nil && asked(report) == ["look: sue"])
    #expect(throws: EngineError.self) {
      try bench.engine.simulate(
        SimulationRequest(.document(id), by: .source("workflow: x", file: "x.yaml")),
        as: Actor("sam"))
    }
  }

  @Test("every line runs through its own workflow")
  func lines() throws {
    let bench = try Bench()
    try bench.activate(
      "      - task: check\n        assign: { user: ann }\n        limit: 1 day", id: "one-line",
      head: "level: line")
    try bench.activate("      - lines: lines\n        otherwise: one-line")
    let content = DocumentContent(
      fields: ["amount": .money(Money(minorUnits: 100, currency: .euro))],
      lines: [["item": "a"], ["item": "b"]])
    let report = try bench.engine.simulate(
      SimulationRequest(.content("note", content, originator: "sam")), as: Actor("sam"))
    #expect(report.isCompleted, "\(report.ending)")
    let items = report.entries.filter { $0.event == nil }
    #expect(items.map(\.line) == [1, 2])
    for item in items {
      #expect(item.ifUnanswered.map(\.event) == [.overdue])
      #expect(item.ifUnanswered.allSatisfy { $0.line == item.line })
    }
  }

  @Test("cancel cause in a simulated run: a child says why its parent canceled it")
  func cause() throws {
    let bench = try Bench()
    try bench.activate(
      """
        - approval: look
          steps:
            - { step: one, assign: { user: sue } }
            - { step: two, assign: { user: bob } }
            - { step: three, assign: { user: frank } }
      """, id: "each", head: "level: line")
    try bench.activate(
      """
        - parallel: both
          join: 1
          branches:
            - { branch: a, elements: [ { lines: lines, otherwise: each } ] }
            - { branch: b, elements: [ { task: quick, assign: { user: ann } } ] }
      """)
    let id = try bench.underWay(lines: 1)
    let report = try simulate(bench, id)
    #expect(report.isCompleted, "\(report.ending)")
    let canceled = report.entries.filter { $0.event == .canceledWithParent }
    #expect(canceled.count == 1)
    #expect(canceled.first?.words.contains("both does not wait for it any more") == true)
  }
}
