// An engine on a store in memory, with a small organisation, and short words for what tests do.

import Dispatch
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// sam reports to frank (signing limit 1000), who reports to sue (5000). ann and bob look at
/// receipts; kim is disabled; root administers.
final class Bench {
  private(set) var store = MemoryStore()
  let clock = VirtualClock()
  let probe = Probe()
  private(set) var engine: Engine
  private(set) var type: NoteType

  static let root = Actor("root")
  static let organization = """
    organization: Example
    time-zone: UTC
    currency: EUR
    administrators: [root]
    users:
      - { id: sam, name: Sam Holt, manager: frank }
      - { id: frank, name: Frank Berg, manager: sue, signing-limit: 1000 }
      - { id: sue, name: Sue Lind, signing-limit: 5000 }
      - { id: ann, name: Ann Vik }
      - { id: bob, name: Bob Ost }
      - { id: kim, name: Kim Ro, disabled: true }
      - { id: root, name: Root }
    groups: { receipts: [ann, bob], ghosts: [kim], empty: [] }
    """

  /// - Parameter elements: the elements of the workflow that runs, as its file has them.
  init(_ elements: String = "", _ configure: (inout NoteType) -> Void = { _ in }) throws {
    var type = NoteType(probe: probe)
    configure(&type)
    self.type = type
    engine = Engine(store: store, types: [type], clock: clock, random: CountingRandom())
    try engine.loadOrganization(Self.organization, file: "organization.yaml", by: nil)
    if !elements.isEmpty { try activate(elements) }
  }

  /// Saves a workflow with these elements and makes it active.
  @discardableResult
  func activate(
    _ elements: String, id: String = "usual", head: String = "priority: 0"
  ) throws -> StoredWorkflowVersion {
    let text = """
      workflow: \(id)
      title: Usual
      type: note
      \(head)
      elements:
      \(elements)
      """
    let saved = try engine.saveWorkflow(text, file: "w.yaml", comment: nil, by: Self.root)
    return try engine.activateWorkflow(
      saved.workflow, version: saved.version, acceptingWarnings: true, by: Self.root
    ).version
  }

  /// The process ends and another one begins with what is committed.
  func restart() {
    store = store.restarted()
    engine = Engine(store: store, types: [type], clock: clock, random: CountingRandom())
  }

  /// Another process on the same store.
  func anotherEngine() -> Engine {
    Engine(store: store, types: [type], clock: clock, random: CountingRandom())
  }

  // MARK: Doing

  func draft(
    _ amount: Int64? = 500, country: String = "DK", by person: PersonID = "sam"
  ) throws -> DocumentID {
    var fields: Record = ["subject": "Trip", "country": .text(country)]
    if let amount { fields["amount"] = .money(Money(minorUnits: amount * 100, currency: .euro)) }
    return try engine.createDocument(
      type: "note", content: DocumentContent(fields: fields), by: Actor(person)
    ).id
  }

  /// A document that was submitted; nothing has run yet.
  func submitted(_ amount: Int64 = 500, country: String = "DK") throws -> DocumentID {
    let id = try draft(amount, country: country)
    try act(.submit, id, by: "sam")
    return id
  }

  /// A document that was submitted, and everything due has run.
  func underWay(_ amount: Int64 = 500, country: String = "DK") throws -> DocumentID {
    let id = try submitted(amount, country: country)
    try run()
    return id
  }

  /// A document with so many lines that was submitted, and everything due has run.
  func underWay(lines: Int) throws -> DocumentID {
    let rows = (1...lines).map { number -> Record in ["item": .text("item \(number)")] }
    let fields: Record = [
      "subject": "Trip", "amount": .money(Money(minorUnits: 500, currency: .euro)),
    ]
    let id = try engine.createDocument(
      type: "note", content: DocumentContent(fields: fields, lines: rows), by: Actor("sam")
    ).id
    try act(.submit, id, by: "sam")
    try run()
    return id
  }

  @discardableResult
  func act(
    _ action: Action, _ document: DocumentID, by person: PersonID, comment: String? = "because",
    addressee: PersonID? = nil, choice: String? = nil, queue: QueueID? = nil,
    version: Int? = nil, outcome: ElementOutcome? = nil, undo: Duration = .zero,
    key: String? = nil
  ) throws -> ActionResult {
    try engine.perform(
      ActionRequest(
        action, .document(document), comment: comment, addressee: addressee, choice: choice,
        queue: queue, version: version, outcome: outcome, undoWindow: undo, key: key),
      by: Actor(person))
  }

  /// The error with which an action is refused.
  func refusal(
    _ action: Action, _ document: DocumentID, by person: PersonID, comment: String? = "because",
    addressee: PersonID? = nil, choice: String? = nil, queue: QueueID? = nil,
    version: Int? = nil
  ) -> EngineError? {
    do {
      try act(
        action, document, by: person, comment: comment, addressee: addressee, choice: choice,
        queue: queue, version: version)
      return nil
    } catch { return error as? EngineError }
  }

  /// Runs the batch job until nothing is due.
  func run() throws { _ = try engine.settle(nil, wait: .seconds(2)) }

  /// Runs one batch of so many messages; returns those that it handled.
  @discardableResult
  func batch(_ messages: Int = 256) throws -> [Message] {
    let handled = try engine.runner.runBatch(
      for: ["note"], limits: BatchLimits(messages: messages, time: .seconds(3_600))
    ).handled
    engine.runner.outside.wait()
    return handled
  }

  // MARK: Looking

  func document(_ id: DocumentID) throws -> StoredDocument {
    try #require(store.tables.documents[id])
  }

  func status(_ id: DocumentID) throws -> DocumentStatus { try document(id).status }

  func instance(of id: DocumentID) throws -> StoredInstance {
    let number = try #require(try document(id).instance)
    return try #require(store.tables.instances[number])
  }

  func openItems(of id: DocumentID) throws -> [WorkItem] {
    store.tables.items.values.filter { $0.document == id && $0.status.isOpen }
      .sorted { $0.id < $1.id }
  }

  /// Who is asked now.
  func asked(_ id: DocumentID) throws -> [PersonID] { try openItems(of: id).flatMap(\.visibleTo) }

  /// All messages of a document in the order of their numbers.
  func messages(of id: DocumentID) -> [Message] {
    (store.tables.pending.values.map(\.message) + store.tables.done.values)
      .filter { $0.document == id }.sorted { $0.sequence < $1.sequence }
  }

  func pending(of id: DocumentID) -> [Message] { messages(of: id).filter(\.state.isPending) }

  func history(of id: DocumentID) -> [HistoryEntry] {
    store.tables.history.filter { $0.document == id }.map(\.entry)
  }

  func events(of id: DocumentID) -> [HistoryEvent] { history(of: id).map(\.event) }

  /// What the handlers inside the store have written.
  var journal: [String] { (store.tables.records["journal"] ?? []).map(\.body) }
}

extension DocumentStatus {
  static let posted = DocumentStatus(rawValue: "posted")
}
