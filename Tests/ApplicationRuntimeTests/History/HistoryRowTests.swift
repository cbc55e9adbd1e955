// Who did something, for whom, and which line it was about: what people see of the history.

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct HistoryRowTests {
  private func rows(_ bench: Bench, _ id: DocumentID) throws -> [HistoryRow] {
    try bench.engine.history(of: id, as: Bench.root, limit: 500)
  }

  @Test("The history names for whom an answer was given, where somebody else gave it")
  func forWhom() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.delegate, id, by: "frank", addressee: "sue")
    try bench.act(.approve, id, by: "sue")
    try bench.run()
    let rows = try rows(bench, id)
    #expect(rows.first { $0.entry.event == .approved }?.who == "Sue Lind for Frank Berg")
    #expect(rows.first { $0.entry.event == .submitted }?.who == "Sam Holt")
    #expect(rows.first { $0.entry.event == .workflowStarted }?.who == nil)
  }

  @Test("A final action is the system's, as the answer of the person who was overdue")
  func finalAction() throws {
    let bench = try Bench(
      """
        - approval: manager
          steps:
            - step: manager
              assign: { user: frank }
              limit: 1 hour
              escalate: [ { finally: approve } ]
      """)
    let id = try bench.underWay()
    bench.clock.advance(by: .seconds(3_600))
    try bench.run()
    let approved = try #require(try rows(bench, id).first { $0.entry.event == .approved })
    #expect(approved.entry.actor == nil && approved.who == "system for Frank Berg")
  }

  @Test("What happened to a line says which line and which instance")
  func line() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, id: "each", head: "level: line")
    try bench.activate("  - lines: each-line\n    otherwise: each\n")
    let id = try bench.engine.createDocument(
      type: "note",
      content: DocumentContent(
        fields: [
          "subject": "Trip", "amount": .money(Money(minorUnits: 500, currency: .euro)),
        ],
        lines: [["item": .text("one")], ["item": .text("two")]]), by: Actor("sam")
    ).id
    try bench.act(.submit, id, by: "sam")
    try bench.run()
    let second = try #require(try bench.openItems(of: id).last)
    try bench.engine.perform(.init(.approve, .item(second.id)), by: Actor("frank"))
    try bench.run()
    let approved = try #require(try rows(bench, id).first { $0.entry.event == .approved })
    #expect(approved.line == 2 && approved.instance == second.instance)
    #expect(try rows(bench, id).first { $0.entry.event == .submitted }?.line == nil)
  }
}
