// Taking personal content out of one document: its history, states, work items and messages.

import Workflow
import WorkflowRuntime

/// Erases within one document. Hashes stay, and in each chain an entry that says who did it and
/// why, so that `verify` still passes.
struct Erasing {
  let parts: EngineParts
  let actor: Actor
  let reason: String
  /// Only what this person said; nil for everything.
  let person: PersonID?

  private static let erasedSubject = "(erased)"

  func run(_ document: DocumentID, counting result: inout ErasureResult) throws {
    let first = try parts.store.read { try $0.storeChain(after: -1, limit: 1).first }
    let lastLegacy = first?.number == 0 ? first?.last ?? 0 : 0
    var erased = try erase(.document(document), of: document, lastLegacy)
    var instances = Pages<StoredInstance> { last, limit in
      try parts.store.read {
        try $0.instances(InstanceQuery(document: document, after: last?.id, limit: limit))
      }
    }
    while let instance = try instances.next() {
      let more = try erase(.instance(instance.id), of: document, lastLegacy)
      erased = (erased.entries + more.entries, erased.items + more.items)
    }
    result.entries += erased.entries
    result.workItems += erased.items
    if erased.entries > 0 { result.documents += 1 }
  }

  /// One commit for a stream, however long it is: its changes of state and the saved state lose
  /// their words together, so that the one is never seen without the other.
  private func erase(
    _ stream: HistoryStream, of document: DocumentID, _ lastLegacy: Int64
  ) throws -> (entries: Int, items: Int) {
    try parts.store.write { transaction in
      // One that was submitted meanwhile is left to the next time.
      if case .instance(let id) = stream, try transaction.instance(id)?.status.isOpen == true {
        return (0, 0)
      }
      let entries = try eraseEntries(of: stream, document, lastLegacy, transaction)
      if entries > 0 { try transaction.removeNotifications(about: document) }
      guard entries > 0, case .instance(let id) = stream else { return (entries, 0) }
      return (entries, try eraseState(of: id, transaction))
    }
  }

  private func eraseEntries(
    of stream: HistoryStream, _ document: DocumentID, _ lastLegacy: Int64,
    _ transaction: any StoreTransaction
  ) throws -> Int {
    let scope: HistoryQuery.Scope =
      switch stream {
      case .instance(let id): .instance(id)
      case .document(let id): .outsideInstances(id)
      }
    var entries = Pages<StoredHistoryEntry> { last, limit in
      try transaction.history(HistoryQuery(scope, after: last?.sequence ?? 0, limit: limit))
    }
    var erased = 0
    while let entry = try entries.next() {
      let left =
        entry.sequence <= lastLegacy ? entry.erasedLegacy(of: person) : entry.erased(of: person)
      guard let left else { continue }
      if erased == 0 { try announce(in: stream, document, transaction) }
      try transaction.erase(left)
      erased += 1
    }
    return erased
  }

  private func announce(
    in stream: HistoryStream, _ document: DocumentID, _ transaction: any StoreTransaction
  ) throws {
    var instance: InstanceID?
    if case .instance(let id) = stream { instance = id }
    var chain = HistoryChain(document: document, instance: instance)
    try chain.append(
      HistoryEntry(
        .erased, at: parts.clock.now(), actor: actor, comment: reason,
        detail: person.map { "what \($0) said" } ?? "what was said and read"),
      to: transaction, random: parts.random)
  }

  // MARK: Beside the history

  private func eraseState(
    of id: InstanceID, _ transaction: any StoreTransaction
  ) throws -> Int {
    guard var instance = try transaction.instance(id), !instance.status.isOpen else { return 0 }
    if let state = instance.state, let json = try? JSON(parsing: state) {
      instance.state = json.withoutWords(of: person).text
      if instance.state != state { try transaction.eraseState(of: instance) }
    }
    _ = try transaction.removeMessages(of: id)
    return try eraseItems(of: instance, transaction)
  }

  private func eraseItems(
    of instance: StoredInstance, _ transaction: any StoreTransaction
  ) throws -> Int {
    var erased = 0
    var items = Pages<WorkItem> { last, limit in
      try transaction.workItems(
        WorkItemQuery(.instance(instance.id), after: last?.id, limit: limit))
    }
    let isWhole = person == nil || person == instance.originator
    while let item = try items.next() {
      var left = item
      left.answer = try item.answer.map { try Answer(stored: $0.json.withoutWords(of: person)) }
      // An item that sends the document back quotes who sent it.
      if isWhole || item.kind == .return || item.kind == .changeRequested {
        left.subject = Self.erasedSubject
        left.instructions = nil
        left.changes = nil
      }
      guard left != item else { continue }
      try transaction.eraseTexts(of: left)
      erased += 1
    }
    return erased
  }
}
