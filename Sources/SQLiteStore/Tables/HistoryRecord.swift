// The record as a whole: its hashes, its chain, and what may be taken out of it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func historyHashes(after sequence: Int64, limit: Int) throws -> [HistoryHash] {
    try connection.all(
      .historyHashes,
      {
        $0.add(sequence)
        $0.add(limit: limit)
      },
      { HistoryHash(sequence: $0.integer(0), hash: $0.bytes(1), isRemoved: $0.bool(2)) })
  }

  func instancesWithHistory(after instance: InstanceID?, limit: Int) throws -> [InstanceID] {
    try connection.all(
      .instancesWithHistory,
      {
        $0.add(instance?.number ?? .min)
        $0.add(limit: limit)
      }, { InstanceID($0.integer(0)) })
  }

  func documentsWithHistory(after document: DocumentID?, limit: Int) throws -> [DocumentID] {
    try connection.all(
      .documentsWithHistory,
      {
        $0.add(document?.rawValue ?? "")
        $0.add(limit: limit)
      }, { $0.identifier(0) })
  }

  func storeChain(after number: Int64, limit: Int) throws -> [StoreChainLink] {
    try connection.all(
      .storeChain,
      {
        $0.add(number)
        $0.add(limit: limit)
      }, StoreChainLink.init)
  }

  func lastNumber(of counter: Counter) throws -> Int64 { try totals()[counter] }

  func lastStoreChainLink() throws -> StoreChainLink? {
    try connection.first(.lastStoreChainLink, { _ in }, StoreChainLink.init)
  }
}

extension Transaction {
  func erase(_ entry: StoredHistoryEntry) throws {
    try overwriteWhatIsTakenAway()
    try change(.eraseHistory, "history entry \(entry.sequence)") {
      $0.add(entry.erasedContentHash)
      $0.add(entry.salt)
      $0.add(entry.entry.comment)
      $0.add(entry.entry.detail)
      $0.add(entry.texts.values)
      $0.add(entry.texts.change)
      $0.add(entry.sequence)
    }
  }

  func eraseState(of instance: StoredInstance) throws {
    try refuseOpen(instance.id)
    try overwriteWhatIsTakenAway()
    try change(.eraseState, "instance \(instance.id)") {
      $0.add(instance.state)
      $0.add(instance.id)
    }
  }

  func eraseTexts(of item: WorkItem) throws {
    try overwriteWhatIsTakenAway()
    try change(.eraseWorkItem, "closed work item \(item.id)") {
      $0.add(item.subject)
      $0.add(item.instructions)
      $0.add(item.changes)
      $0.add(item.answer?.json.text)
      $0.add(item.id)
    }
  }

  func removeMessages(of instance: InstanceID) throws -> Int {
    try refuseOpen(instance)
    try overwriteWhatIsTakenAway()
    return try connection.run(.removeMessagesOfInstance) { $0.add(instance) }
  }

  func removeInstance(_ id: InstanceID) throws {
    guard let instance = try instance(id) else {
      throw StoreError(.unexpected, "The store has no instance \(id).")
    }
    _ = try removeMessages(of: id)
    try connection.run(.keepHashesOfInstance) { $0.add(id) }
    for query in [Query.removeHistoryOfInstance, .removeWorkItemsOfInstance, .removeInstance] {
      try connection.run(query) { $0.add(id) }
    }
    try counters.change { $0[instance.status] -= 1 }
  }

  private func refuseOpen(_ id: InstanceID) throws {
    guard let instance = try instance(id), instance.status.isOpen else { return }
    throw StoreError(.conflict, "\(id) has not ended; nothing of it can be taken away.")
  }

  /// From now on SQLite writes zeros over what this connection removes.
  private func overwriteWhatIsTakenAway() throws { try connection.run(.overwriteRemoved) }
}
