// Personal content can be erased; the hashes stay, with who did it and why (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ErasureTests {
  /// A document that frank rejected with words of his own, and approved later.
  private func lived() throws -> (bench: Bench, id: DocumentID) {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann", comment: "ann-words")
    try bench.run()
    try bench.act(.reject, id, by: "frank", comment: "frank-words")
    try bench.run()
    try bench.act(.resubmit, id, by: "sam", comment: "sam-words")
    try bench.run()
    try bench.act(.approve, id, by: "frank", comment: "frank-words")
    try bench.run()
    return (bench, id)
  }

  /// Whose words the store still holds somewhere.
  private func words(_ bench: Bench) -> [String] {
    let tables = bench.store.tables
    let text = "\(tables.history) \(tables.instances) \(tables.items) \(tables.done)"
    return ["ann-words", "frank-words", "sam-words"].filter { text.contains($0) }
  }

  @Test("erasing a document takes its words away, keeps the hashes, and verify still passes")
  func document() throws {
    let (bench, id) = try lived()
    let before = bench.store.tables.history.map(\.hash)
    let result = try bench.engine.erase(.document(id), because: "asked for it", by: Bench.root)
    #expect(result.entries > 0 && result.documents == 1)
    #expect(words(bench).isEmpty)
    #expect(Array(bench.store.tables.history.map(\.hash).prefix(before.count)) == before)
    let told = bench.store.tables.history.filter { $0.entry.event == .erased }
    #expect(told.allSatisfy { $0.entry.comment == "asked for it" && $0.entry.actor == Bench.root })
    let (report, findings) = try VerificationTests.verified(bench.engine)
    #expect(findings.isEmpty && report.erasedEntries == result.entries)
    // The moments can still be looked at.
    let instance = try bench.instance(of: id).id
    let moment = try bench.engine.instance(instance, at: nil, as: Bench.root)
    #expect(moment.state?.stage == .completed)
    // A second time there is nothing left.
    #expect(
      try bench.engine.erase(.document(id), because: "again", by: Bench.root).entries == 0)
  }

  @Test("erasing keeps the changes of state, outcomes, versions and conditions of the record")
  func kept() throws {
    let bench = try Bench(
      """
        - decision: where
          when: country == "DK"
          yes:
            - approval: manager
              steps: [ { step: manager, assign: { user: frank } } ]
      """)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank", comment: "frank-words")
    try bench.run()
    let before = bench.history(of: id)
    _ = try bench.engine.erase(.document(id), because: "asked", by: Bench.root)
    let after = bench.history(of: id)
    for event in [
      HistoryEvent.statusChanged, .conditionEvaluated, .workflowStarted, .elementEnded, .approved,
    ] {
      let details = before.filter { $0.event == event }.map(\.detail)
      #expect(!details.isEmpty && after.filter { $0.event == event }.map(\.detail) == details)
    }
    #expect(after.allSatisfy { $0.values.isEmpty || $0.event.recordsContent })
    #expect(words(bench).isEmpty)
    #expect(try VerificationTests.verified(bench.engine).findings.isEmpty)
  }

  @Test("erasing a person takes their words away and leaves those of others")
  func person() throws {
    let (bench, id) = try lived()
    let open = try bench.underWay()
    try bench.act(.complete, open, by: "ann", comment: "ann-words")
    try bench.run()
    let result = try bench.engine.erase(.person("frank"), because: "left", by: Bench.root)
    #expect(result.documents == 1 && result.openDocuments == 0)
    #expect(words(bench) == ["ann-words", "sam-words"])
    #expect(bench.history(of: id).contains { $0.actor == Actor("frank") })
    #expect(try VerificationTests.verified(bench.engine).findings.isEmpty)
    let other = try bench.engine.erase(.person("ann"), because: "left", by: Bench.root)
    #expect(other.openDocuments == 1)
    #expect(try VerificationTests.verified(bench.engine).findings.isEmpty)
  }

  @Test("erasing somebody who is nobody here says who may be meant; who has left is erased")
  func nobody() throws {
    let (bench, _) = try lived()
    let error = #expect(throws: EngineError.self) {
      try bench.engine.erase(.person("frnak"), because: "left", by: Bench.root)
    }
    #expect(error?.code == .notFound && error?.message.contains("“frank”") == true)
    let without = Bench.organization.split(separator: "\n").filter { !$0.contains("id: ann") }
      .joined(separator: "\n").replacing("receipts: [ann, bob]", with: "receipts: [bob]")
    try bench.engine.loadOrganization(without, file: "o.yaml", by: Bench.root)
    #expect(try bench.engine.erase(.person("ann"), because: "left", by: Bench.root).entries > 0)
  }

  @Test("erasing is for administrators, says why, and waits for the end of the workflow")
  func refused() throws {
    let (bench, id) = try lived()
    let open = try bench.underWay()
    for (scope, reason, actor) in [
      (ErasureScope.document(id), "why", Actor("sam")), (.document(id), " ", Bench.root),
      (.document(open), "why", Bench.root), (.document("ER-none"), "why", Bench.root),
    ] {
      #expect(throws: EngineError.self) {
        try bench.engine.erase(scope, because: reason, by: actor)
      }
    }
    #expect(words(bench).contains("frank-words"))
  }
}
