// Requests with a key of the caller's own: once, whatever happens (INTERFACE 3).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct KeyTests {
  @Test("the same request with the same key is done once and gives the first result")
  func repeated() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    let first = try bench.act(.submit, id, by: "sam", key: "k1")
    try bench.run()
    let again = try bench.act(.submit, id, by: "sam", key: "k1")
    #expect(!first.isRepeated && again.isRepeated)
    #expect(again.message == first.message && again.instance == first.instance)
    #expect(again.status == .submitted)
    #expect(bench.messages(of: id).filter { $0.type == .activation }.count == 1)
  }

  @Test("the same key with another request is a conflict")
  func conflict() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    try bench.act(.submit, id, by: "sam", key: "k1")
    for (action, person) in [(Action.recall, "sam"), (.submit, "frank")] as [(Action, PersonID)] {
      let error = #expect(throws: EngineError.self) {
        try bench.act(action, id, by: person, key: "k1")
      }
      #expect(error?.code == .conflict)
    }
    #expect(try bench.status(id) == .submitted)
  }

  @Test("a request that was refused leaves its key free")
  func refused() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    #expect(throws: EngineError.self) { try bench.act(.submit, id, by: "frank", key: "k1") }
    try bench.act(.submit, id, by: "sam", key: "k1")
    #expect(throws: EngineError.self) { try bench.act(.recall, id, by: "sam", key: "") }
  }

  @Test("after a crash that hid the result, the same key tells it")
  func afterCrash() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft()
    bench.store.inject(.crash, at: .afterCommit)
    #expect(throws: EngineError.self) { try bench.act(.submit, id, by: "sam", key: "k1") }
    bench.restart()
    #expect(try bench.act(.submit, id, by: "sam", key: "k1").isRepeated)
    #expect(bench.messages(of: id).count == 1)
  }

  @Test("a document's own id: the same content is harmless, other content a conflict")
  func ownID() throws {
    let bench = try Bench(Elements.manager)
    let content = DocumentContent(fields: ["subject": "Trip"])
    func create(_ content: DocumentContent, _ id: DocumentID) throws {
      try bench.engine.createDocument(type: "note", content: content, id: id, by: Actor("sam"))
    }
    try create(content, "TRIP-7")
    try create(content, "TRIP-7")
    #expect(throws: EngineError.self) {
      try create(DocumentContent(fields: ["subject": "Other"]), "TRIP-7")
    }
    for bad in ["W-000001", "i-7", "", "a b", String(repeating: "x", count: 129)] {
      #expect(throws: EngineError.self) { try create(content, DocumentID(bad)) }
    }
    #expect(bench.events(of: "TRIP-7") == [.created])
  }
}
