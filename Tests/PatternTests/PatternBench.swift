// An engine that runs the excerpt of one pattern, and short words for what people do.

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// sam submits; ann, bob, sue and tom are asked; root administers.
final class PatternBench {
  private let store = MemoryStore()
  private let clock = VirtualClock()
  private let engine: Engine
  private(set) var document = DocumentID("")

  private static let organization = """
    organization: Example
    time-zone: UTC
    currency: EUR
    administrators: [root]
    users: [ { id: sam, name: Sam }, { id: ann, name: Ann }, { id: bob, name: Bob },
      { id: sue, name: Sue }, { id: tom, name: Tom }, { id: root, name: Root } ]
    """
  private static let others = [
    """
    workflow: check-line
    title: Check a line
    type: note
    level: line
    elements: [ { task: check, assign: { user: tom } } ]
    """,
    """
    workflow: settle
    title: Settle an advance
    type: note
    activation: country == "nowhere"
    priority: 9
    elements: [ { task: settle-it, assign: { user: tom } } ]
    """,
  ]

  /// Submits a document to the excerpt of this name, and runs what is due.
  init(
    _ pattern: String, amount: Int64 = 500, country: String = "DK", lines: Int = 0
  ) throws {
    engine = Engine(
      store: store, types: [PatternType()], clock: clock, random: CountingRandom())
    try engine.loadOrganization(Self.organization, file: "organization.yaml", by: nil)
    for other in Self.others { try activate(other) }
    let excerpt = try #require(try PatternDocument().excerpts[pattern])
    try activate("workflow: pattern\ntitle: Pattern\ntype: note\nelements:\n\(excerpt)")
    var fields: Record = ["amount": Self.money(amount), "country": .text(country)]
    for field in ["advance", "second-advance"] {
      let related = try engine.createDocument(
        type: "note", content: .init(fields: ["country": "nowhere"]), by: Actor("sam"))
      fields[field] = .text(related.id.rawValue)
    }
    let content = DocumentContent(
      fields: fields, lines: (0..<lines).map { _ in ["amount": Self.money(10)] })
    document = try engine.createDocument(type: "note", content: content, by: Actor("sam")).id
    try act(.submit, by: "sam")
  }

  private static func money(_ amount: Int64) -> Value {
    .money(Money(minorUnits: amount * 100, currency: .euro))
  }

  private func activate(_ text: String) throws {
    let saved = try engine.saveWorkflow(text, file: "w.yaml", comment: nil, by: Actor("root"))
    try engine.activateWorkflow(
      saved.workflow, version: saved.version, acceptingWarnings: false, by: Actor("root"))
  }

  // MARK: Doing

  func act(_ action: Action, by person: PersonID, choice: String? = nil) throws {
    try engine.perform(
      ActionRequest(action, .document(document), comment: "because", choice: choice),
      by: Actor(person))
    try run()
  }

  /// A person completes, approves or chooses in an element; of several items of it, the first.
  func answer(
    _ element: String, by person: PersonID, _ action: Action = .complete, choice: String? = nil
  ) throws {
    let item = try #require(
      open.first { $0.element.name == element && $0.visibleTo.contains(person) })
    try engine.perform(
      ActionRequest(action, .item(item.id), comment: "because", choice: choice), by: Actor(person))
    try run()
  }

  /// The originator changes the amount of a document that was sent back, and resubmits it.
  func resubmit(amount: Int64) throws {
    var content = try engine.document(document, as: Actor("sam")).document.content
    content.fields["amount"] = Self.money(amount)
    try engine.editDocument(document, revision: nil, content: content, by: Actor("sam"))
    try act(.resubmit, by: "sam")
  }

  func pass(_ duration: Duration) throws {
    clock.advance(by: duration)
    try run()
  }

  private func run() throws { _ = try engine.settle(nil, wait: .seconds(2)) }

  // MARK: Looking

  private var open: [WorkItem] {
    store.tables.items.values.filter(\.status.isOpen).sorted { $0.id < $1.id }
  }

  /// Who is asked for what now: "ann check-budget".
  var asked: [String] {
    open.flatMap { item in item.visibleTo.map { "\($0) \(item.element.name)" } }.sorted()
  }

  /// How the items of an element stand, in the order in which they were made.
  func items(of element: String) -> [WorkItem.Status] {
    store.tables.items.values.filter { $0.element.name == element }.sorted { $0.id < $1.id }
      .map(\.status)
  }

  var status: InstanceStatus? {
    store.tables.documents[document]?.instance.flatMap { store.tables.instances[$0]?.status }
  }

  var documentStatus: DocumentStatus? { store.tables.documents[document]?.status }

  /// How the instances stand that the document's started.
  var children: [InstanceStatus] {
    store.tables.instances.values.filter { $0.parent != nil }.sorted { $0.id < $1.id }
      .map(\.status)
  }
}
