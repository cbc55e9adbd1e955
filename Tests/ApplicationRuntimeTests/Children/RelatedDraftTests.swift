// Which documents a subworkflow takes (SPEC 4).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct RelatedDraftTests {
  /// A workflow that sends the document along that the country names.
  private func bench() throws -> Bench {
    let bench = try Bench(Elements.receipts)
    try bench.activate(
      Elements.receipts, id: "other", head: "activation: country == \"elsewhere\"\npriority: 9")
    try bench.activate(
      "  - subworkflow: send\n    workflow: other\n    document: country\n", id: "sending",
      head: "activation: amount > 650\npriority: 5")
    return bench
  }

  private func failure(_ bench: Bench, of related: DocumentID) throws -> String? {
    let id = try bench.underWay(700, country: related.rawValue)
    return bench.pending(of: id).compactMap(\.error).first
  }

  @Test("A subworkflow takes a draft, as its originator would submit it")
  func taken() throws {
    let bench = try bench()
    let related = try bench.draft(500)
    #expect(try failure(bench, of: related) == nil)
    #expect(try bench.asked(related) == ["ann", "bob"])
  }

  @Test("A subworkflow takes no draft that has errors: its message fails with them")
  func withErrors() throws {
    let bench = try bench()
    let related = try bench.draft(nil)
    let failure = try failure(bench, of: related)
    #expect(failure?.contains("the amount is missing") == true, "\(failure ?? "")")
    #expect(try bench.status(related) == .draft)
  }

  @Test("A subworkflow takes no document that was approved")
  func approved() throws {
    let bench = try bench()
    let related = try bench.underWay()
    try bench.act(.complete, related, by: "ann")
    try bench.run()
    #expect(try bench.status(related) == .approved)
    let failure = try failure(bench, of: related)
    #expect(failure?.contains("a subworkflow takes a draft") == true, "\(failure ?? "")")
    #expect(try bench.status(related) == .approved)
  }
}
