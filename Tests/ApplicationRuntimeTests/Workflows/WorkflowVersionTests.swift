// The versions of workflows as those who keep them see them.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct WorkflowVersionTests {
  private static func text(_ elements: String) -> String {
    "workflow: usual\ntitle: Usual\ntype: note\nelements:\n\(elements)"
  }

  /// With a document that runs version 1, and a version 2 with an error.
  private func bench() throws -> (bench: Bench, document: DocumentID) {
    let bench = try Bench(Elements.manager)
    let document = try bench.underWay()
    _ = try bench.engine.saveWorkflow(
      Self.text("  - task: t\n    assign: { group: nobody-knows }\n"), file: "w",
      comment: "a try", by: Bench.root)
    return (bench, document)
  }

  @Test("A list of versions tells state, running instances and findings, the newest first")
  func rows() throws {
    let bench = try bench().bench
    let rows = try bench.engine.workflowVersions(as: Bench.root)
      .filter { $0.workflow == "usual" }
    #expect(rows.map(\.version) == [2, 1])
    #expect(rows.map(\.isActive) == [false, true])
    #expect(rows.map(\.openInstances) == [0, 1])
    #expect(rows[0].errors.count == 1 && rows[1].errors.isEmpty)
    #expect(rows[0].comment == "a try")
    // Asked again, nothing is checked anew, and nothing is different.
    #expect(
      try bench.engine.workflowVersions(as: Bench.root).filter { $0.workflow == "usual" } == rows)
  }

  @Test("What a check finds follows the other workflows and the organisation")
  func anew() throws {
    let bench = try bench().bench
    _ = try bench.engine.saveWorkflow(
      Self.text("  - lines: each\n    otherwise: later\n"), file: "w", comment: nil,
      by: Bench.root)
    func errors() throws -> Int {
      try bench.engine.workflowVersion("usual", 3, as: Bench.root).row.errors.count
    }
    #expect(try errors() > 0)
    try bench.activate(Elements.manager, id: "later", head: "level: line")
    #expect(try errors() == 0)
  }

  @Test("A version says why it cannot be deleted, and who may keep it")
  func reasons() throws {
    let (bench, document) = try bench()
    let running = try bench.engine.workflowVersion("usual", 1, as: Bench.root)
    #expect(running.reasonAgainstDeleting?.contains("is active") == true)
    let instance = try bench.instance(of: document).id
    #expect(running.reasonAgainstDeletingAll?.contains("\(instance) runs") == true)
    #expect(
      try bench.engine.workflowVersion("usual", 2, as: Bench.root).reasonAgainstDeleting == nil)
    #expect(running.row.reasonAgainstKeeping == nil)
    #expect(
      try bench.engine.workflowVersion("usual", 2, as: Actor("sam")).row.reasonAgainstKeeping
        != nil)
  }

  @Test("An instance's history is read back page by page to its first entry")
  func history() throws {
    let (bench, document) = try bench()
    let id = try bench.instance(of: document).id
    let detail = try bench.engine.instance(id, as: Bench.root)
    #expect(!detail.hasOlderHistory)
    let last = try #require(detail.history.last?.sequence)
    let before = try bench.engine.history(of: id, before: last, as: Bench.root)
    #expect(before.map(\.sequence) == detail.history.dropLast().map(\.sequence))
    let first = try #require(detail.history.first?.sequence)
    #expect(try bench.engine.history(of: id, before: first, as: Bench.root).isEmpty)
  }
}
