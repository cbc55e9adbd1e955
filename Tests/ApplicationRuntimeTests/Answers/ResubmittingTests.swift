// What changed since the document was last submitted, and lines that come back alone.

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ResubmittingTests {
  private func money(_ euros: Int64) -> Value {
    .money(Money(minorUnits: euros * 100, currency: .euro))
  }

  private func edit(
    _ id: DocumentID, _ bench: Bench, by person: PersonID = "sam",
    _ change: (inout DocumentContent) -> Void
  ) throws {
    var content = try bench.engine.document(id, as: Actor(person)).document.content
    change(&content)
    try bench.engine.editDocument(id, revision: nil, content: content, by: Actor(person))
  }

  @Test("an empty list and an absent value are equal")
  func nothing() {
    let schema = NoteType(probe: Probe()).schema
    let before = DocumentContent(fields: ["subject": "Trip"], lines: [["item": "Train"]])
    let after = DocumentContent(
      fields: ["subject": "Trip", "country": .list([])],
      lines: [["item": "Train", "price": .list([])]])
    #expect(ContentDifference(before: before, after: after, schema: schema).words() == nil)
  }

  @Test("a resubmission says what changed since the document was last submitted")
  func changes() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft(100)
    try edit(id, bench) {
      $0.lines = [["item": "a", "price": money(60)], ["item": "b", "price": money(40)]]
    }
    try bench.act(.submit, id, by: "sam")
    try bench.run()
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    try edit(id, bench) { $0.fields["amount"] = money(110) }
    try edit(id, bench) {
      $0.fields["amount"] = money(120)
      $0.lines[1]["price"] = money(60)
      $0.lines.append(["item": "c", "price": money(5)])
    }
    try bench.act(.resubmit, id, by: "sam")
    #expect(
      bench.messages(of: id).last?.payload.changes
        == "amount 100.00 → 120.00 EUR; line 2 price 40.00 → 60.00 EUR; "
        + "line 3 added (c, 5.00 EUR)"
        || bench.messages(of: id).last?.payload.changes
          == "amount 100.00 → 120.00 EUR; line 2 price 40.00 → 60.00 EUR; line 3 added (5.00 EUR)"
    )
    try bench.run()
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    try bench.act(.resubmit, id, by: "sam")
    #expect(bench.messages(of: id).last?.payload.changes == nil)
  }

  private static let lines = """
      - lines: lines
        otherwise: one-line
    """
  private static let line = """
      - task: check
        assign: { user: ann }
    """

  /// A document of two lines, of which ann returned the second.
  private func withReturnedLine() throws -> (Bench, DocumentID) {
    let bench = try Bench()
    try bench.activate(Self.line, id: "one-line", head: "level: line")
    try bench.activate(Self.lines)
    let id = try bench.draft(100)
    try edit(id, bench) {
      $0.lines = [["item": "a", "price": money(60)], ["item": "b", "price": money(40)]]
    }
    try bench.act(.submit, id, by: "sam")
    try bench.run()
    let items = try bench.openItems(of: id)
    try #require(items.count == 2)
    let second = try #require(items.first { $0.line == 2 })
    try bench.engine.perform(
      ActionRequest(.reject, .item(second.id), comment: "too much"), by: Actor("ann"))
    try bench.run()
    return (bench, id)
  }

  @Test("a returned line unlocks that line only")
  func lineOnly() throws {
    let (bench, id) = try withReturnedLine()
    #expect(try bench.document(id).editableLines == [2: "sam"])
    #expect(throws: EngineError.self) {
      try edit(id, bench) { $0.lines[0]["price"] = money(1) }
    }
    #expect(throws: EngineError.self) { try edit(id, bench) { $0.fields["subject"] = "Other" } }
    try edit(id, bench) { $0.lines[1]["price"] = money(30) }
    try bench.act(.resubmit, id, by: "sam")
    #expect(try bench.document(id).editableLines.isEmpty)
    let changes = bench.messages(of: id).compactMap(\.payload.changes).last
    #expect(changes == "line 2 price 40.00 → 30.00 EUR")
    try bench.run()
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(ActionRequest(.complete, .item(item.id)), by: Actor("ann"))
    }
    try bench.run()
    #expect(try bench.status(id) == .approved)
  }

  @Test("a dependent child is recalled only through its root")
  func recall() throws {
    let (bench, id) = try withReturnedLine()
    let child = try #require(
      bench.store.tables.instances.values.first { $0.line == 1 && $0.status.isOpen })
    do {
      try bench.engine.perform(ActionRequest(.recall, .instance(child.id)), by: Actor("sam"))
      Issue.record("it was recalled")
    } catch let error as EngineError {
      #expect(error.message.contains("only through"))
    }
    try bench.act(.recall, id, by: "sam")
    try bench.run()
    #expect(try bench.status(id) == .draft)
    #expect(try bench.openItems(of: id).isEmpty)
  }
}
