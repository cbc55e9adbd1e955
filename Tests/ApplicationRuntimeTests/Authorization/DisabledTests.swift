// Nobody acts or reads who is not an active person of the organisation (SPEC 7).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct DisabledTests {
  @Test("a disabled administrator may nothing at all", arguments: ["kim", "nobody"])
  func nothing(_ name: String) throws {
    let bench = try Bench()
    // Not even the owner of a workflow may keep it.
    let workflow = """
      workflow: usual
      title: Usual
      type: note
      owner: \(name)
      elements:
      \(Elements.manager)
      """
    let owned = workflow.replacing("owner: nobody\n", with: "")
    _ = try bench.engine.saveWorkflow(owned, file: "w", comment: nil, by: Bench.root)
    try bench.engine.activateWorkflow(
      "usual", version: 1, acceptingWarnings: true, by: Bench.root)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id).id
    let text = Bench.organization.replacing("[root]", with: "[root, kim]")
    try bench.engine.loadOrganization(text, file: "o.yaml", by: Bench.root)
    let actor = Actor(PersonID(name))
    let engine = bench.engine
    let before = bench.store.commits
    let everything: [() throws -> Void] = [
      { try engine.pause(by: actor) }, { try engine.continue(by: actor) },
      { _ = try engine.step(by: actor) }, { try engine.runNow(by: actor) },
      { try engine.setBatchJob(batchSize: 9, by: actor) }, { try engine.tryNow(1, by: actor) },
      { try engine.loadOrganization(text, file: "o.yaml", by: actor) },
      { _ = try engine.saveWorkflow(workflow, file: "w", comment: nil, by: actor) },
      { try engine.activateWorkflow("usual", version: 1, acceptingWarnings: true, by: actor) },
      { _ = try engine.resumeInstances(whereErrorContains: "x", by: actor) },
      { try engine.perform(ActionRequest(.cancel, .document(id)), by: actor) },
      { try engine.createDocument(type: "note", content: DocumentContent(), by: actor) },
      { try engine.deleteDocument(id, by: actor) },
      { try engine.editDocument(id, revision: nil, content: DocumentContent(), by: actor) },
      { _ = try engine.inbox(of: actor.person, as: actor, limit: 9) },
      { _ = try engine.documents(of: actor.person, as: actor, limit: 9) },
      { _ = try engine.instances(as: actor, limit: 9) },
      { _ = try engine.document(id, as: actor) }, { _ = try engine.explain(id, as: actor) },
      { _ = try engine.instance(instance, as: actor) },
      { _ = try engine.history(of: id, as: actor, limit: 9) },
      { _ = try engine.queue(.all, as: actor, limit: 9) }, { _ = try engine.message(1, as: actor) },
      { _ = try engine.records(in: "journal", limit: 9, as: actor) },
      { _ = try engine.stuckInstances(as: actor, limit: 9) },
    ]
    for (index, attempt) in everything.enumerated() {
      let error = #expect(throws: EngineError.self, "attempt \(index)") { try attempt() }
      #expect(error?.code == .notAllowed, "attempt \(index): \(error?.message ?? "")")
    }
    #expect(bench.store.commits == before)
  }

  @Test("a disabled person cannot delete the draft that was theirs")
  func draft() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    try bench.engine.loadOrganization(
      Bench.organization.replacing("name: Sam Holt,", with: "name: Sam Holt, disabled: true,"),
      file: "o.yaml", by: Bench.root)
    let error = #expect(throws: EngineError.self) {
      try bench.engine.deleteDocument(id, by: Actor("sam"))
    }
    #expect(error?.message == "Sam Holt is disabled")
    #expect(try bench.status(id) == .draft)
  }
}
