// An instance whose saved state cannot be read: still shown, and an administrator can end it (SPEC 9).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct UnreadableTests {
  private func broken(in bench: Bench) throws -> DocumentID {
    let id = try bench.underWay()
    var instance = try bench.instance(of: id)
    instance.state = "{broken"
    let broken = instance
    try bench.store.write { try $0.update(broken) }
    return id
  }

  @Test("its page, its document and its explanation are shown, with the reason")
  func shown() throws {
    let bench = try Bench(Elements.both)
    let id = try broken(in: bench)
    let instance = try bench.instance(of: id).id
    let early = try bench.engine.instance(instance, as: Actor("sam"))
    #expect(early.row.error?.contains("cannot be read") == true)
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    #expect(try bench.instance(of: id).status == .unrecoverable)
    let page = try bench.engine.instance(instance, as: Actor("sam"))
    #expect(page.outline.map(\.name) == ["both"] && page.next.isEmpty)
    #expect(page.row.error?.contains("cannot be read") == true)
    #expect(try bench.engine.document(id, as: Actor("sam")).document.id == id)
    let explanation = try bench.engine.explain(id, as: Actor("sam"))
    #expect(explanation.error?.contains("cannot be read") == true)
  }

  @Test("nobody can answer it; an administrator may cancel it, once")
  func cancel() throws {
    let bench = try Bench(Elements.both)
    let id = try broken(in: bench)
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    #expect(bench.refusal(.approve, id, by: "bob") != nil)
    for item in bench.store.tables.items.values where item.status.isOpen {
      #expect(throws: EngineError.self) {
        try bench.engine.perform(ActionRequest(.approve, .item(item.id)), by: Actor("bob"))
      }
    }
    #expect(bench.refusal(.recall, id, by: "sam")?.message.contains("administrator") == true)
    #expect(bench.refusal(.cancel, id, by: "sam")?.code == .notAllowed)
    let offer = try bench.engine.explain(id, as: Bench.root).actions.first { $0.action == .cancel }
    #expect(offer?.isAllowed == true)
    try bench.act(.cancel, id, by: "root")
    #expect(bench.pending(of: id).contains { $0.type == .cancel })
    #expect(try bench.instance(of: id).isCanceling)
    #expect(bench.refusal(.cancel, id, by: "root") != nil)
    try bench.run()
    #expect(try bench.instance(of: id).status == .canceled)
    #expect(try bench.status(id) == .draft && bench.pending(of: id).isEmpty)
    #expect(try bench.openItems(of: id).isEmpty)
  }
}
