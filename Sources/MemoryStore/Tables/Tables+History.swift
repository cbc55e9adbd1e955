// The record as a whole: its hashes, its chain, and what may be taken out of it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Tables {
  func historyHashes(after sequence: Int64, limit: Int) -> [HistoryHash] {
    let present = history.map {
      HistoryHash(sequence: $0.sequence, hash: $0.hash, isRemoved: false)
    }
    return (present + removedHistory).filter { $0.sequence > sequence }
      .sorted { $0.sequence < $1.sequence }.window(limit)
  }

  func instancesWithHistory(after instance: InstanceID?, limit: Int) -> [InstanceID] {
    Set(history.compactMap(\.instance)).filter { id in instance.map { id > $0 } ?? true }
      .sorted().window(limit)
  }

  func documentsWithHistory(after document: DocumentID?, limit: Int) -> [DocumentID] {
    Set(history.map(\.document)).filter { id in document.map { id > $0 } ?? true }
      .sorted().window(limit)
  }

  package mutating func setLastNumber(_ number: Int64, of counter: Counter) {
    counters[counter] = number
  }

  /// What a commit does last: one link over all the entries that it adds.
  mutating func addStoreChainLink() {
    if let link = chainTail.link(after: storeChain.last) { storeChain.append(link) }
    chainTail = StoreChainTail()
  }

  package mutating func erase(_ entry: StoredHistoryEntry) throws {
    guard let index = history.firstIndex(where: { $0.sequence == entry.sequence }),
      entry.isErased, history[index].hash == entry.hash
    else { throw StoreError(.unexpected, "The store has no history entry \(entry.sequence).") }
    history[index] = entry
  }

  mutating func eraseState(of instance: StoredInstance) throws {
    try refuseOpen(instance.id)
    instances[instance.id]?.state = instance.state
  }

  mutating func eraseTexts(of item: WorkItem) throws {
    guard let old = items[item.id], !old.status.isOpen else {
      throw StoreError(.unexpected, "The store has no closed work item \(item.id).")
    }
    items[item.id] = item
  }

  mutating func removeMessages(of instance: InstanceID) throws -> Int {
    try refuseOpen(instance)
    let gone = done.filter { $0.value.instance == instance }.keys
    for sequence in gone { done[sequence] = nil }
    return gone.count
  }

  mutating func removeInstance(_ id: InstanceID) throws {
    guard instances[id] != nil else {
      throw StoreError(.unexpected, "The store has no instance \(id).")
    }
    _ = try removeMessages(of: id)
    removedHistory += history.filter { $0.instance == id }
      .map { HistoryHash(sequence: $0.sequence, hash: $0.hash, isRemoved: true) }
    history.removeAll { $0.instance == id }
    heads[.instance(id)] = nil
    for item in items.values where item.instance == id { items[item.id] = nil }
    instances[id] = nil
  }

  private func refuseOpen(_ id: InstanceID) throws {
    guard instances[id]?.status.isOpen != true else {
      throw StoreError(.conflict, "\(id) has not ended; nothing of it can be taken away.")
    }
  }
}
