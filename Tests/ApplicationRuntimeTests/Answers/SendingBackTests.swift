// Reject, request change, deny, and what a resubmission restarts (SPEC 6).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct SendingBackTests {
  private func edit(_ bench: Bench, _ id: DocumentID, by person: PersonID) throws {
    try bench.engine.editDocument(
      id, revision: nil,
      content: DocumentContent(
        fields: [
          "subject": "Trip, corrected",
          "amount": .money(Money(minorUnits: 12_300, currency: .euro)), "country": "DK",
        ]), by: Actor(person))
  }

  @Test("reject returns the document to its originator, who edits and resubmits")
  func returned() throws {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    try bench.act(.reject, id, by: "frank", comment: "which trip?")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    let item = try #require(try bench.openItems(of: id).first)
    #expect(item.kind == .return && item.assignee == "sam")
    #expect(item.instructions == "which trip?")
    #expect(try bench.instance(of: id).status == .pending)
    #expect(throws: EngineError.self) { try edit(bench, id, by: "ann") }
    try edit(bench, id, by: "sam")
    try bench.act(.resubmit, id, by: "sam")
    #expect(try bench.status(id) == .submitted)
    #expect(throws: EngineError.self) { try edit(bench, id, by: "sam") }
    try bench.run()
    // The element that sent it back starts again; the task before it is not repeated.
    #expect(try bench.asked(id) == ["frank"])
    #expect(try bench.openItems(of: id).first?.pass == 2)
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    let answer = bench.history(of: id).last { $0.event == .approved }
    #expect(answer?.detail == "revision 2")
  }

  @Test("an approval that sent the document back restarts at its first step")
  func firstStep() throws {
    let bench = try Bench(
      """
        - approval: two
          steps:
            - { step: first, assign: { user: frank } }
            - { step: second, assign: { user: sue } }
      """)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    try bench.act(.reject, id, by: "sue")
    try bench.run()
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("a change is requested of a chosen person, who alone may edit and resubmit")
  func changeRequested() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.requestChange, id, by: "frank", comment: "the country?", addressee: "bob")
    try bench.run()
    #expect(try bench.status(id) == .changeRequested)
    #expect(try bench.openItems(of: id).map(\.kind) == [.changeRequested])
    #expect(try bench.asked(id) == ["bob"])
    #expect(throws: EngineError.self) { try edit(bench, id, by: "sam") }
    #expect(bench.refusal(.resubmit, id, by: "sam")?.code == .notAllowed)
    try edit(bench, id, by: "bob")
    try bench.act(.resubmit, id, by: "bob")
    try bench.run()
    #expect(try bench.asked(id) == ["frank"])
  }

  @Test("a change is requested of the originator by default, and of nobody who cannot act")
  func addressee() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    for (person, code) in [("kim", EngineError.Code.badData), ("nobody", .notFound)] {
      let error = #expect(throws: EngineError.self) {
        try bench.act(.requestChange, id, by: "frank", addressee: PersonID(person))
      }
      #expect(error?.code == code)
    }
    try bench.act(.requestChange, id, by: "frank")
    try bench.run()
    #expect(try bench.asked(id) == ["sam"])
  }

  @Test("one rejection rejects the step; the remaining items are closed as not needed")
  func notNeeded() throws {
    let bench = try Bench(Elements.both)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "ann")
    try bench.act(.reject, id, by: "bob")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    let second = try bench.underWay()
    try bench.act(.reject, second, by: "bob")
    try bench.run()
    let closed = bench.store.tables.items.values.filter {
      $0.document == second && $0.status == .notNeeded
    }
    #expect(closed.map(\.assignee) == ["ann"])
    let refusal = bench.refusal(.approve, second, by: "ann")
    #expect(refusal?.code == .notAllowed)
  }

  @Test("deny, where the type allows it, ends the element; the document ends as rejected")
  func denied() throws {
    let bench = try Bench(Elements.manager + "\n" + Elements.post) { $0.allowsDeny = true }
    let id = try bench.underWay()
    try bench.act(.deny, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .rejected)
    #expect(try bench.document(id).editableBy == nil)
    #expect(try bench.instance(of: id).status == .completed)
    #expect(bench.journal == ["post"])
    let other = try Bench(Elements.manager)
    let second = try other.underWay()
    #expect(other.refusal(.deny, second, by: "frank")?.code == .notAllowed)
  }

  @Test("allow: on an element narrows what people may do")
  func allow() throws {
    let bench = try Bench(
      """
        - approval: narrow
          allow: [approve, reject]
          steps: [ { step: only, assign: { user: frank } } ]
      """
    ) { $0.allowsDeny = true }
    let id = try bench.underWay()
    #expect(
      bench.refusal(.deny, id, by: "frank")?.message.contains("takes approve, reject") == true)
    #expect(bench.refusal(.requestChange, id, by: "frank")?.code == .notAllowed)
    #expect(bench.refusal(.reject, id, by: "frank", comment: nil)?.code == .usage)
    try bench.act(.reject, id, by: "frank")
  }
}
