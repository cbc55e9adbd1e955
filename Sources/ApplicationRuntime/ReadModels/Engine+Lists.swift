// The lists that pages and commands show, each read as a window.

import Workflow
import WorkflowRuntime

extension Engine {
  /// A person's open work items, oldest first.
  ///
  /// - Parameters:
  ///   - all: everybody's, for administrators.
  ///   - queue: only what lies in this queue, accepted or not; its administrators see all of it.
  public func inbox(
    of person: PersonID, as actor: Actor, all: Bool = false, queue: QueueID? = nil,
    after: String? = nil, limit: Int
  ) throws -> Window<InboxRow> {
    if all || person != actor.person { try requireAdministrator(actor, "see other inboxes") }
    let isKeeper = try queue.map { try keeps($0, person) } ?? false
    let scope = all || isKeeper ? WorkItemQuery.Scope.allOpen : .inbox(person)
    let start = try after.map { try Self.cursor($0, WorkItemID.init(parsing:)) }
    let limit = Self.bounded(limit)
    return try reading(as: actor) { reading, organization in
      let items = try Self.items(scope, in: queue, after: start, limit: limit, reading)
      let rows = try items.compactMap { item in
        try reading.document(item.document).map { InboxRow(item, $0, organization) }
      }
      return Window(
        rows: rows, next: items.count == limit ? items.last?.id.description : nil)
    }
  }

  /// A window of items, those of one queue alone if it is named.
  private static func items(
    _ scope: WorkItemQuery.Scope, in queue: QueueID?, after: WorkItemID?, limit: Int,
    _ reading: any StoreReading
  ) throws -> [WorkItem] {
    guard let queue else {
      return try reading.workItems(WorkItemQuery(scope, after: after, limit: limit))
    }
    var found: [WorkItem] = []
    var after = after
    repeat {
      let window = try reading.workItems(WorkItemQuery(scope, after: after, limit: 500))
      found += window.filter { $0.queue == queue }
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil && found.count < limit
    return Array(found.prefix(limit))
  }

  /// Whether a person sees all of a queue: its administrators do. Members see what is offered to
  /// them, and nobody else looks into it.
  private func keeps(_ id: QueueID, _ person: PersonID) throws -> Bool {
    let organization = try organization()
    guard let queue = organization.queues[id] else {
      throw EngineError(
        .notFound,
        "there is no queue “\(id)”"
          + Nearest.hint(to: id.rawValue, among: organization.queues.keys.map(\.rawValue)))
    }
    let isKeeper =
      queue.administrators.contains(person) || organization.isAdministrator(person)
    guard isKeeper || queue.members.contains(person) else {
      throw EngineError(
        .notAllowed, "the queue \(queue.title) is seen by its members and administrators")
    }
    return isKeeper
  }

  /// How many work items wait for a person.
  public func inboxCount(of person: PersonID) throws -> Int {
    try reading { try $0.openWorkItemCount(visibleTo: person) }
  }

  public func workItem(_ id: WorkItemID, as actor: Actor) throws -> InboxRow {
    try reading(as: actor) { reading, organization in
      guard let item = try reading.workItem(id) else {
        throw EngineError(.notFound, "there is no work item \(id)")
      }
      let document = try reading.existingDocument(item.document)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: document)
      return InboxRow(item, document, organization)
    }
  }

  /// Documents, newest first.
  ///
  /// - Parameter person: whose; nil for everybody's, which only administrators see.
  public func documents(
    type: DocumentTypeID? = nil, status: DocumentStatus? = nil, of person: PersonID?,
    as actor: Actor, after: String? = nil, limit: Int
  ) throws -> Window<DocumentRow> {
    if person != actor.person { try requireAdministrator(actor, "see the documents of others") }
    return try reading(as: actor) { reading, organization in
      var query = DocumentQuery(
        type: type, originator: person, status: status, limit: Self.bounded(limit))
      if let after {
        guard let last = try reading.document(DocumentID(after)) else {
          throw EngineError(.badData, "“\(after)” is no place in this list")
        }
        query.after = .init(createdAt: last.createdAt, id: last.id)
      }
      let documents = try reading.documents(query)
      return Window(
        rows: try documents.map { try DocumentRow($0, organization, reading) },
        next: documents.count == query.limit ? documents.last?.id.rawValue : nil)
    }
  }

  /// Instances, newest first; administrators see all, others those of their own documents.
  public func instances(
    status: InstanceStatus? = nil, as actor: Actor, after: String? = nil, limit: Int
  ) throws -> Window<InstanceRow> {
    try requireAdministrator(actor, "see all instances")
    let start = try after.map { try Self.cursor($0, InstanceID.init(parsing:)) }
    let limit = Self.bounded(limit)
    return try reading { reading in
      let instances = try reading.instances(
        InstanceQuery(status: status, after: start, limit: limit))
      let rows = try instances.map {
        InstanceRow($0, title: try reading.document($0.document)?.title ?? "")
      }
      return Window(
        rows: rows, next: instances.count == limit ? instances.last?.id.description : nil)
    }
  }

  /// The history of a document with all its instances, in order.
  public func history(
    of document: DocumentID, as actor: Actor, after: Int64 = 0, limit: Int
  ) throws -> [HistoryRow] {
    try reading(as: actor) { reading, organization in
      let stored = try reading.existingDocument(document)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: stored)
      let entries = try reading.history(
        HistoryQuery(.document(document), after: after, limit: Self.bounded(limit)))
      return try HistoryRows.rows(of: entries, organization, reading)
    }
  }

  /// What a person is called; the id where the organisation does not know it.
  public func personName(_ id: PersonID) -> String {
    (try? organization())?.person(id)?.name ?? id.rawValue
  }

  /// Windows have an upper bound, so that no caller reads a whole table at once.
  static func bounded(_ limit: Int) -> Int { max(1, min(limit, 5_000)) }

  private static func cursor<ID>(_ text: String, _ parse: (String) -> ID?) throws -> ID {
    guard let id = parse(text) else {
      throw EngineError(.badData, "“\(text)” is no place in this list")
    }
    return id
  }
}
