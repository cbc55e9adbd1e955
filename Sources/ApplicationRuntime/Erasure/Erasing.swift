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

  /// So many entries are changed in one commit.
  private static let window = 200
  private static let erasedSubject = "(erased)"

  func run(_ document: DocumentID, counting result: inout ErasureResult) throws {
    var streams = [
      (HistoryStream.document(document), HistoryQuery.Scope.outsideInstances(document))
    ]
    var instances = Pages<StoredInstance> { last, limit in
      try parts.store.read {
        try $0.instances(InstanceQuery(document: document, after: last?.id, limit: limit))
      }
    }
    while let instance = try instances.next() {
      streams.append((.instance(instance.id), .instance(instance.id)))
    }
    var isTouched = false
    for (stream, scope) in streams {
      guard try erase(stream, scope, of: document, counting: &result) else { continue }
      isTouched = true
      if case .instance(let id) = stream { try eraseState(of: id, counting: &result) }
    }
    if isTouched { result.documents += 1 }
  }

  /// False when the stream holds nothing that is to go.
  private func erase(
    _ stream: HistoryStream, _ scope: HistoryQuery.Scope, of document: DocumentID,
    counting result: inout ErasureResult
  ) throws -> Bool {
    let legacy = try parts.store.read { try $0.storeChain(after: -1, limit: 1).first }
    let lastLegacy = legacy?.number == 0 ? legacy?.last ?? 0 : 0
    var after: Int64 = 0
    var isAnnounced = false
    while true {
      let mustAnnounce = !isAnnounced
      let position = after
      let outcome = try parts.store.write { transaction in
        try eraseWindow(
          scope, after: position, announcedIn: mustAnnounce ? stream : nil, document, lastLegacy,
          transaction)
      }
      result.entries += outcome.erased
      if outcome.erased > 0 { isAnnounced = true }
      guard let last = outcome.last else { return isAnnounced }
      after = last
    }
  }

  /// One commit; the entry that tells of it is in the first one that changes anything.
  private func eraseWindow(
    _ scope: HistoryQuery.Scope, after: Int64, announcedIn stream: HistoryStream?,
    _ document: DocumentID, _ lastLegacy: Int64, _ transaction: any StoreTransaction
  ) throws -> (erased: Int, last: Int64?) {
    let window = try transaction.history(
      HistoryQuery(scope, after: after, limit: Self.window))
    var erased = 0
    for entry in window {
      let left =
        entry.sequence <= lastLegacy ? entry.erasedLegacy(of: person) : entry.erased(of: person)
      guard let left else { continue }
      if erased == 0, let stream { try announce(in: stream, document, transaction) }
      try transaction.erase(left)
      erased += 1
    }
    return (erased, window.count == Self.window ? window.last?.sequence : nil)
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

  private func eraseState(of id: InstanceID, counting result: inout ErasureResult) throws {
    result.workItems += try parts.store.write { transaction in
      guard var instance = try transaction.instance(id), !instance.status.isOpen else { return 0 }
      if let state = instance.state, let json = try? JSON(parsing: state) {
        instance.state = json.withoutWords(of: person).text
        if instance.state != state { try transaction.eraseState(of: instance) }
      }
      _ = try transaction.removeMessages(of: id)
      return try eraseItems(of: instance, transaction)
    }
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
