// The history: no gap, every hash over the one before it, and it folds to each saved state.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

struct HistoryInvariants {
  private var seen = 0
  private var heads: [HistoryStream: [UInt8]] = [:]
  private var links = 0
  /// The state of each instance, folded from its history.
  private(set) var states: [InstanceID: InstanceState] = [:]
  /// How often each message failed.
  private(set) var faults: [Int64: Int] = [:]

  mutating func check(_ tables: Tables) throws {
    try require(tables.history.count >= seen, "history was taken away")
    var touched: Set<InstanceID> = []
    for entry in tables.history[seen...] {
      seen += 1
      try require(
        entry.sequence == Int64(seen), "the history goes on with \(entry.sequence) at \(seen)")
      let expected = HistoryChain.hash(of: entry, after: heads[entry.stream])
      try require(entry.hash == expected, "the hash of history entry \(seen) is broken")
      heads[entry.stream] = entry.hash
      if entry.entry.event == .fault, let message = entry.entry.message {
        // One that ended three processes is stopped as if all its tries had failed.
        let isDeadly = entry.entry.detail?.contains("processes ended") == true
        faults[message, default: 0] += isDeadly ? 1_000 : 1
        try require(
          entry.entry.detail?.contains("planned") == false,
          "a failure of the store counts as one of message \(message)")
      }
      guard let change = entry.entry.change, let instance = entry.instance else { continue }
      states[instance] =
        try states[instance].map { try $0.applying(change) } ?? InstanceState(stored: change)
      touched.insert(instance)
    }
    try checkStoreChain(tables)
    for id in touched {
      let saved = tables.instances[id]?.state
      try require(
        saved == states[id]?.json.text,
        "\(id): the history folds to \(states[id]?.json.text ?? "nothing"), saved is \(saved ?? "nothing")"
      )
    }
  }

  /// Every commit that added history has one link, over exactly its entries.
  private mutating func checkStoreChain(_ tables: Tables) throws {
    for link in tables.storeChain[links...] {
      let previous = links > 0 ? tables.storeChain[links - 1] : nil
      links += 1
      try require(
        link.number == Int64(links) && link.first == (previous?.last ?? 0) + 1
          && link.count == Int(link.last - link.first) + 1,
        "link \(link.number) of the store's chain does not follow")
      var hash = StoreChainHash(
        after: previous?.hash, number: link.number, first: link.first, last: link.last,
        count: link.count)
      for entry in tables.history[Int(link.first - 1)..<Int(link.last)] { hash.add(entry.hash) }
      try require(hash.finished() == link.hash, "link \(link.number) covers other entries")
    }
    let covered = tables.storeChain.last?.last ?? 0
    try require(covered == Int64(tables.history.count), "history beside the store's chain")
  }
}
