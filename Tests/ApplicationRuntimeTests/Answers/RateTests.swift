// One total everywhere, whatever becomes of the rates (SPEC 12).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct RateTests {
  private let store = MemoryStore()
  private let engine: Engine
  private let sam = Actor("sam")
  private let content: DocumentContent

  init() throws {
    let kroner = try #require(Currency(code: "DKK"))
    content = DocumentContent(
      fields: ["amount": .money(Money(minorUnits: 10_000, currency: kroner))])
    engine = Engine(
      store: store, types: [RatedType()], clock: VirtualClock(), random: CountingRandom())
    try load(rate: "0.134", by: nil)
    let workflow = """
      workflow: bills
      title: Bills
      type: bill
      activation: worth > 0
      elements:
        - task: look
          assign: { user: frank }
        - decision: large
          when: worth > 15
          yes: [ { task: again, assign: { user: sue } } ]
          no: []
      """
    _ = try engine.saveWorkflow(workflow, file: "w", comment: nil, by: Bench.root)
    try engine.activateWorkflow("bills", version: 1, acceptingWarnings: true, by: Bench.root)
  }

  private func load(rate: String, by actor: Actor? = Bench.root) throws {
    try engine.loadOrganization(
      Bench.organization + "\nrates: { DKK: { 2025-01-01: \(rate) } }\n", file: "o", by: actor)
  }

  private func run() throws { _ = try engine.settle(nil, wait: .seconds(2)) }

  @Test("conditions see the total that was saved and shown; submit brings it up to date")
  func oneTotal() throws {
    let id = try engine.createDocument(type: "bill", content: content, by: sam).id
    #expect(try engine.document(id, as: sam).document.total?.description == "13.40 EUR")
    try load(rate: "0.200")
    #expect(try engine.document(id, as: sam).calculated["worth"].display == "13.40 EUR")
    try engine.perform(ActionRequest(.submit, .document(id)), by: sam)
    let submitted = try engine.document(id, as: sam)
    #expect(submitted.document.total?.description == "20.00 EUR")
    #expect(submitted.calculated["worth"].display == "20.00 EUR")
    #expect(submitted.document.revision == 2)
    try run()
    try load(rate: "0.001")
    try engine.perform(ActionRequest(.complete, .document(id)), by: Actor("frank"))
    try run()
    #expect(try engine.document(id, as: sam).document.total?.description == "20.00 EUR")
    #expect(try engine.inboxCount(of: "sue") == 1)
    let read = store.tables.history.map(\.entry).last { $0.event == .conditionEvaluated }
    #expect(read?.values.map(\.value) == ["20.00 EUR"])
  }

  @Test("resubmit brings the total up to date as well")
  func resubmit() throws {
    let id = try engine.createDocument(type: "bill", content: content, by: sam).id
    try engine.perform(ActionRequest(.submit, .document(id)), by: sam)
    try run()
    try engine.perform(
      ActionRequest(.reject, .document(id), comment: "why?"), by: Actor("frank"))
    try run()
    try load(rate: "0.300")
    try engine.perform(ActionRequest(.resubmit, .document(id)), by: sam)
    #expect(try engine.document(id, as: sam).document.total?.description == "30.00 EUR")
    let changes = store.tables.history.map(\.entry).filter { $0.event == .statusChanged }
    #expect(changes.first?.detail == "draft → submitted")
    #expect(changes.last?.detail == "rejected → submitted")
  }

  @Test("a subworkflow brings the total of its draft up to date, and the history says so")
  func subworkflow() throws {
    let related = try engine.createDocument(type: "bill", content: content, by: sam).id
    let sending = """
      workflow: sending
      title: Sending
      type: bill
      activation: related != none
      priority: 9
      elements:
        - subworkflow: send
          workflow: bills
          document: related
      """
    _ = try engine.saveWorkflow(sending, file: "w", comment: nil, by: Bench.root)
    try engine.activateWorkflow("sending", version: 1, acceptingWarnings: true, by: Bench.root)
    var whole = content
    whole.fields["related"] = .text(related.rawValue)
    let id = try engine.createDocument(type: "bill", content: whole, by: sam).id
    try load(rate: "0.200")
    try engine.perform(ActionRequest(.submit, .document(id)), by: sam)
    try run()
    let started = try engine.document(related, as: sam).document
    #expect(started.status == .inReview && started.revision == 2)
    #expect(started.total?.description == "20.00 EUR")
    let events = store.tables.history.filter { $0.document == related }.map(\.entry.event)
    #expect(events.prefix(4) == [.created, .edited, .submitted, .statusChanged])
    var findings: [String] = []
    _ = try engine.verify { findings.append("\($0)") }
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test("the same own id with the same content stays harmless when a rate changes")
  func ownID() throws {
    _ = try engine.createDocument(type: "bill", content: content, id: "B1", by: sam)
    try load(rate: "0.200")
    let again = try engine.createDocument(type: "bill", content: content, id: "B1", by: sam)
    #expect(again.total?.description == "13.40 EUR" && again.revision == 1)
    #expect(throws: EngineError.self) {
      try engine.createDocument(type: "bill", content: DocumentContent(), id: "B1", by: sam)
    }
  }

  @Test("several drafts are made together, or none")
  func together() throws {
    let drafts = try engine.createDocuments(type: "bill", contents: [content, content], by: sam)
    #expect(drafts.map(\.id) == ["BI-000001", "BI-000002"])
    store.inject(.error(.diskFull), at: .change, after: 4)
    #expect(throws: EngineError.self) {
      try engine.createDocuments(type: "bill", contents: [content, content, content], by: sam)
    }
    store.clearFaults()
    #expect(try engine.documents(of: "sam", as: sam, limit: 9).rows.count == 2)
  }
}
