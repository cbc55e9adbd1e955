// Work items, and in whose inboxes the open ones lie.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func workItem(_ id: WorkItemID) throws -> WorkItem? {
    try connection.first(.workItem, { $0.add(id) }, WorkItem.init)
  }

  func workItems(_ query: WorkItemQuery) throws -> [WorkItem] {
    switch query.scope {
    case .inbox(let person):
      try window(.inboxOfPerson, query) { $0.add(person) }
    case .allOpen:
      try window(.openWorkItems, query) { _ in }
    case .instance(let instance):
      try window(.workItemsOfInstance, query) { $0.add(instance) }
    case .openOfInstance(let instance):
      try window(.openWorkItemsOfInstance, query) { $0.add(instance) }
    }
  }

  func openWorkItemCount(visibleTo person: PersonID) throws -> Int {
    try connection.first(.inboxCount, { $0.add(person) }, { $0.number(0) }) ?? 0
  }

  private func window(
    _ statement: Query, _ query: WorkItemQuery, _ bind: (inout Binder) -> Void
  ) throws -> [WorkItem] {
    try connection.all(
      statement,
      { binder in
        bind(&binder)
        binder.add(query.after?.number ?? .min)
        binder.add(limit: query.limit)
      }, WorkItem.init)
  }
}

extension Transaction {
  func insert(_ item: WorkItem) throws {
    try refusing("“\(item.subject)” is open already for the same step and person.") {
      try connection.run(.insertWorkItem) {
        $0.add(item.id)
        $0.add(item.kind.rawValue)
        $0.add(item.instance)
        $0.add(item.document)
        $0.add(item.documentType)
        $0.add(item.element.description)
        $0.add(item.pass)
        $0.add(item.step)
        $0.add(item.subject)
        $0.add(item.instructions)
        $0.add(item.assignee)
        $0.add(item.candidates.isEmpty ? nil : item.candidates.json.text)
        $0.add(item.status.rawValue)
        $0.add(item.createdAt)
        $0.add(item.dueAt)
        $0.add(item.closedAt)
        $0.add(item.answer?.json.text)
        $0.add(JSON.array(item.allowed.map { .string($0.rawValue) }).text)
        $0.add(item.onBehalfOf)
        $0.add(item.storedStandIns)
        $0.add(item.queue)
        $0.add(item.outcomes.isEmpty ? nil : item.outcomes.json.text)
        $0.add(item.line.map(Int64.init))
        $0.add(item.changes)
        $0.add(item.status.isOpen)
      }
    }
    for person in item.visibleTo { try putIntoInbox(of: person, item) }
  }

  func update(_ item: WorkItem) throws {
    let (earlier, dueBefore) = try visibility(of: item)
    try refusing("“\(item.subject)” is open already for the same step and person.") {
      try change(.updateWorkItem, "work item \(item.id)") {
        $0.add(item.assignee)
        $0.add(item.candidates.isEmpty ? nil : item.candidates.json.text)
        $0.add(item.onBehalfOf)
        $0.add(item.storedStandIns)
        $0.add(item.queue)
        $0.add(item.status.rawValue)
        $0.add(item.status.isOpen)
        $0.add(item.dueAt)
        $0.add(item.closedAt)
        $0.add(item.answer?.json.text)
        $0.add(item.id)
      }
    }
    let visible = Set(item.visibleTo)
    for person in earlier.subtracting(visible) {
      try connection.run(.deleteInboxEntry) {
        $0.add(person)
        $0.add(item.id)
      }
    }
    for person in visible.subtracting(earlier) { try putIntoInbox(of: person, item) }
    guard dueBefore != item.dueAt else { return }
    for person in visible.intersection(earlier) {
      try connection.run(.dueInboxEntry) {
        $0.add(item.dueAt ?? .distantFuture)
        $0.add(person)
        $0.add(item.id)
      }
    }
  }

  /// In whose inboxes it lies now, and when it is due there.
  private func visibility(of item: WorkItem) throws -> (people: Set<PersonID>, dueAt: Timestamp?) {
    let earlier = try connection.first(
      .visibilityOfWorkItem, { $0.add(item.id) },
      { row -> (Set<PersonID>, Timestamp?) in
        let status = try row.word(0, WorkItem.Status.self)
        guard status.isOpen, status != .orphaned else { return ([], nil) }
        let dueAt = row.optionalTime(3)
        if let assignee = row.optionalIdentifier(1, PersonID.self) { return ([assignee], dueAt) }
        return (row.isNull(2) ? [] : Set(try row.stored(2, [PersonID].self)), dueAt)
      })
    return earlier ?? ([], nil)
  }

  private func putIntoInbox(of person: PersonID, _ item: WorkItem) throws {
    try connection.run(.insertInboxEntry) {
      $0.add(person)
      $0.add(item.id)
      $0.add(item.dueAt ?? .distantFuture)
    }
  }
}

extension WorkItem {
  init(_ row: Row) throws {
    self.init(
      id: WorkItemID(row.integer(0)), kind: try row.word(1), instance: InstanceID(row.integer(2)),
      document: row.identifier(3), documentType: row.identifier(4),
      element: ElementPath(parsing: row.text(5)), pass: row.number(6), step: row.optionalText(7),
      subject: row.text(8), instructions: row.optionalText(9),
      assignee: row.optionalIdentifier(10), candidates: row.isNull(11) ? [] : try row.stored(11),
      onBehalfOf: row.optionalIdentifier(18), standIns: try Self.standIns(row),
      queue: row.optionalIdentifier(20), outcomes: row.isNull(21) ? [] : try row.stored(21),
      line: row.optionalInteger(22).map { Int($0) }, changes: row.optionalText(23),
      status: try row.word(12), createdAt: row.time(13), dueAt: row.optionalTime(14),
      closedAt: row.optionalTime(15), answer: row.isNull(16) ? nil : try row.stored(16),
      allowed: try Self.allowed(row))
  }

  /// Whom each candidate stands in for, as JSON; nothing when nobody does.
  fileprivate var storedStandIns: String? {
    guard !standIns.isEmpty else { return nil }
    let pairs = standIns.sorted { $0.key < $1.key }
    return JSON.object(JSONObject(pairs.map { ($0.key.rawValue, .string($0.value.rawValue)) })).text
  }

  private static func standIns(_ row: Row) throws -> [PersonID: PersonID] {
    guard !row.isNull(19) else { return [:] }
    var standIns: [PersonID: PersonID] = [:]
    for (person, other) in try row.json(19).object ?? JSONObject() {
      guard let other = other.string else {
        throw StoreError(.damaged, "The store holds “\(row.text(19))”, which are no people.")
      }
      standIns[PersonID(person)] = PersonID(other)
    }
    return standIns
  }

  private static func allowed(_ row: Row) throws -> [AllowedAction] {
    try (row.json(17).array ?? []).map { json in
      guard let action = json.string.flatMap(AllowedAction.init(rawValue:)) else {
        throw StoreError(.damaged, "The store holds \(json.text), which is no action.")
      }
      return action
    }
  }
}
