// The history: chained, complete, and enough to show each saved state (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct HistoryTests {
  /// A document that was returned, resubmitted and approved.
  private func lived() throws -> (bench: Bench, id: DocumentID) {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager + "\n" + Elements.post)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    try bench.act(.reject, id, by: "frank", comment: "no")
    try bench.run()
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    return (bench, id)
  }

  @Test("each entry's hash covers the one before it in its instance, and its content")
  func chain() throws {
    let (bench, id) = try lived()
    var heads: [HistoryStream: [UInt8]] = [:]
    let entries = bench.store.tables.history.filter { $0.document == id }
    for entry in entries {
      #expect(HistoryChain.hash(of: entry, after: heads[entry.stream]) == entry.hash)
      heads[entry.stream] = entry.hash
    }
    let last = try #require(entries.last)
    var content = last.entry
    content.comment = "never said"
    let forged = StoredHistoryEntry(
      sequence: last.sequence, document: last.document, instance: last.instance, entry: content,
      salt: last.salt, stateHash: last.stateHash, hash: last.hash)
    let before = heads[last.stream] == last.hash ? entries.dropLast().last : nil
    #expect(HistoryChain.hash(of: last, after: before?.hash) == last.hash)
    #expect(HistoryChain.hash(of: forged, after: before?.hash) != last.hash)
    #expect(Set(entries.map(\.salt)).count == entries.count)
  }

  @Test("folding the history gives each saved state, and no code is run for it")
  func fold() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.submitted()
    var folded: InstanceState?
    var seen = 0
    func look() throws {
      let entries = bench.store.tables.history.filter { $0.instance != nil }
      for entry in entries[seen...] {
        seen += 1
        guard let change = entry.entry.change else { continue }
        folded = try folded?.applying(change) ?? InstanceState(stored: change)
      }
      #expect(try folded?.json.text == bench.instance(of: id).state)
    }
    while try !bench.batch(1).isEmpty { try look() }
    try bench.act(.complete, id, by: "bob")
    while try !bench.batch(1).isEmpty { try look() }
    try bench.act(.recall, id, by: "sam")
    while try !bench.batch(1).isEmpty { try look() }
    #expect(folded?.stage == .canceled)
  }

  @Test("every condition is in the history with its result and the values it read")
  func conditions() throws {
    let bench = try Bench(
      """
        - decision: large
          when: amount > 100 and country == "DK"
          yes:
            - approval: manager
              steps: [ { step: only, assign: { user: frank } } ]
          no: []
      """)
    let id = try bench.underWay()
    let entry = try #require(bench.history(of: id).first { $0.event == .conditionEvaluated })
    #expect(entry.detail?.hasSuffix(": true") == true)
    #expect(entry.values.map(\.name) == ["amount", "country"])
    #expect(entry.values.map(\.value) == ["500.00 EUR", "DK"])
  }

  @Test("who acted for whom, when, with which words, is there")
  func actors() throws {
    let (bench, id) = try lived()
    let rejected = try #require(bench.history(of: id).first { $0.event == .rejected })
    #expect(rejected.actor == Actor("frank") && rejected.comment == "no")
    #expect(rejected.element?.name == "manager" && rejected.step == "manager")
    let rows = try bench.engine.history(of: id, as: Actor("sam"), limit: 1_000)
    #expect(rows.count == bench.history(of: id).count)
    #expect(throws: EngineError.self) {
      try bench.engine.history(of: id, as: Actor("sue"), limit: 10)
    }
    try bench.engine.perform(
      ActionRequest(.comment, .document(id), comment: "seen"),
      by: Actor("frank", impersonatedBy: "root"))
    #expect(bench.history(of: id).last?.actor?.description == "root as frank")
  }

  @Test("history is never changed, only appended")
  func appended() throws {
    let (bench, id) = try lived()
    let before = bench.store.tables.history
    try bench.act(.comment, id, by: "sam")
    #expect(Array(bench.store.tables.history.prefix(before.count)) == before)
    #expect(bench.store.tables.history.map(\.sequence) == Array(1...Int64(before.count + 1)))
  }
}
