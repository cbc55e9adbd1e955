// From submit to the end: what runs when, and where the document stands meanwhile (SPEC 2).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SubmittingTests {
  @Test("submit checks, posts an activation and returns: nothing else runs in the caller")
  func submitReturns() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.submitted()
    #expect(try bench.status(id) == .submitted)
    #expect(bench.pending(of: id).map(\.type) == [.activation])
    #expect(try bench.instance(of: id).state == nil)
    #expect(try bench.openItems(of: id).isEmpty)
  }

  @Test("a document goes from submitted over in review to approved, then to the type's own")
  func statuses() throws {
    let bench = try Bench(Elements.manager + "\n" + Elements.post)
    let id = try bench.submitted()
    var seen = [try bench.status(id)]
    func look() throws {
      let status = try bench.status(id)
      if seen.last != status { seen.append(status) }
    }
    while try !bench.batch(1).isEmpty { try look() }
    #expect(try bench.document(id).waitingFor == "manager step")
    try bench.act(.approve, id, by: "frank")
    while try !bench.batch(1).isEmpty { try look() }
    #expect(seen == [.submitted, .inReview, .approved])
    #expect(try bench.instance(of: id).status == .completed)
    #expect(try bench.document(id).waitingFor == nil)
    #expect(bench.journal == ["post"])
  }

  @Test("a document that is not complete is refused, with every reason")
  func findings() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.draft(nil)
    let refusal = bench.refusal(.submit, id, by: "sam")
    #expect(refusal?.code == .badData)
    #expect(refusal?.details == ["the amount is missing"])
    #expect(try bench.status(id) == .draft)
  }

  @Test("a submission that fails midway leaves nothing")
  func submitIsWhole() throws {
    for change in 0..<8 {
      let bench = try Bench(Elements.manager)
      let id = try bench.draft()
      bench.store.inject(.error(.inputOutput), at: .change, after: change)
      guard bench.refusal(.submit, id, by: "sam") != nil else { break }
      #expect(try bench.status(id) == .draft)
      #expect(bench.store.tables.instances.isEmpty && bench.messages(of: id).isEmpty)
      bench.store.clearFaults()
      try bench.act(.submit, id, by: "sam")
      #expect(bench.messages(of: id).count == 1)
    }
  }

  @Test("while an instance runs, its document is locked")
  func locked() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let content = DocumentContent(fields: ["subject": "Other"])
    for person in ["sam", "frank", "root"] as [PersonID] {
      let error = #expect(throws: EngineError.self) {
        try bench.engine.editDocument(id, revision: nil, content: content, by: Actor(person))
      }
      #expect(error?.code == .locked)
    }
  }
}
