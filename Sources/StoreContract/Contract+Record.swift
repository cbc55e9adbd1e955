// The record as a whole: the chain of the store, and what may be taken out of the history.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let record: [Check] = [
    Check("each commit that adds history adds one link to the store's chain") { store in
      try requireEqual(try store.read { try $0.lastStoreChainLink() }, nil, "at first")
      try store.write { transaction in
        for sequence in 1...3 { try transaction.append(Sample.historyEntry(Int64(sequence))) }
        // What a savepoint undoes is not in the link.
        try? transaction.savepoint {
          try transaction.append(Sample.historyEntry(4))
          throw BodyError(number: 1)
        }
      }
      try store.write { try $0.set("no history", for: "a") }
      try store.write { try $0.append(Sample.historyEntry(4, instance: 1)) }
      let links = try store.read { try $0.storeChain(after: -1, limit: 9) }
      try requireEqual(links.map(\.number), [1, 2], "numbers")
      try requireEqual(links.map(\.first), [1, 4], "first entries")
      try requireEqual(links.map(\.last), [3, 4], "last entries")
      try requireEqual(links.map(\.count), [3, 1], "counts")
      var hash = StoreChainHash(
        after: links.first?.hash, number: 2, first: 4, last: 4, count: 1)
      hash.add(Sample.historyEntry(4).hash)
      try requireEqual(links.last?.hash, hash.finished(), "hash")
      try requireEqual(try store.read { try $0.lastStoreChainLink() }, links.last, "head")
      try requireEqual(
        try store.read { try $0.storeChain(after: 1, limit: 9) }, Array(links.dropFirst()),
        "window")
    },
    Check("the record is listed by sequence, by instance and by document") { store in
      try store.write { transaction in
        for (sequence, document, instance) in [
          (Int64(1), "ER-1", nil), (2, "ER-1", Int64(9)), (3, "ER-2", 2), (4, "ER-1", nil),
        ] {
          try transaction.append(
            Sample.historyEntry(sequence, document: DocumentID(document), instance: instance))
        }
      }
      try store.read { reading in
        try requireEqual(
          try reading.historyHashes(after: 1, limit: 2).map(\.sequence), [2, 3], "hashes")
        try requireEqual(
          try reading.instancesWithHistory(after: nil, limit: 9).map(\.number), [2, 9],
          "instances")
        try requireEqual(
          try reading.instancesWithHistory(after: InstanceID(2), limit: 9).map(\.number), [9],
          "instances behind one")
        try requireEqual(
          try reading.documentsWithHistory(after: nil, limit: 1), ["ER-1"], "documents")
        try requireEqual(
          try reading.documentsWithHistory(after: "ER-1", limit: 9), ["ER-2"], "one more")
        try requireEqual(
          try reading.history(HistoryQuery(.outsideInstances("ER-1"), limit: 9)).map(\.sequence),
          [1, 4], "outside instances")
        try requireEqual(
          try reading.history(
            HistoryQuery(.outsideInstances("ER-1"), isNewestFirst: true, limit: 1)
          ).map(\.sequence), [4], "outside instances, newest first")
      }
    },
    Check("an entry loses its words and keeps its hashes") { store in
      let entry = StoredHistoryEntry(
        sequence: 1, document: Sample.document, instance: nil,
        entry: HistoryEntry(
          .rejected, at: Sample.time(1), actor: Actor("ann"), comment: "no", detail: "words",
          values: [.init(name: "total", value: "1")], change: ["stage": "running"]),
        salt: [1, 2], stateHash: [7], hash: [3, 4])
      try store.write { try $0.append(entry) }
      try store.write {
        try $0.erase(
          StoredHistoryEntry(
            sequence: 1, document: Sample.document, instance: nil,
            entry: HistoryEntry(
              .rejected, at: Sample.time(1), actor: Actor("ann"), change: ["stage": "running"]),
            salt: [], erasedContentHash: [5, 6], stateHash: [7], hash: [3, 4]))
      }
      let erased = try store.read { try $0.history(HistoryQuery(.all, limit: 9)).first }
      try requireEqual(erased?.isErased, true, "erased")
      try requireEqual(erased?.entry.comment, nil, "comment")
      try requireEqual(erased?.entry.detail, nil, "detail")
      try requireEqual(erased?.entry.values.count, 0, "values")
      try requireEqual(erased?.salt, [], "salt")
      try requireEqual(erased?.entry.change, ["stage": "running"], "change")
      try requireEqual(erased?.entry.actor, Actor("ann"), "who")
      try requireEqual(erased?.hash, [3, 4], "hash")
      try requireEqual(erased?.stateHash, [7], "hash of the state")
      try requireEqual(erased?.erasedContentHash, [5, 6], "hash of the content")
    },
    Check("an instance that has ended is removed whole, and the hashes stay") { store in
      try store.write { transaction in
        try transaction.insert(Sample.instance(1))
        try transaction.insert(Sample.instance(2, status: .completed))
        try transaction.insert(Sample.message(1, of: 2, state: .handled, handled: 1), isHeld: false)
        var item = Sample.workItem(5, of: 2)
        try transaction.insert(item)
        item.status = .notNeeded
        try transaction.update(item)
        for (sequence, instance) in [(Int64(1), Int64(1)), (2, 2), (3, 1), (4, 2)] {
          try transaction.append(Sample.historyEntry(sequence, instance: instance))
        }
      }
      try requireError(.conflict, "an open one") {
        try store.write { try $0.removeInstance(InstanceID(1)) }
      }
      try store.write { try $0.removeInstance(InstanceID(2)) }
      try store.read { reading in
        try requireEqual(try reading.instance(InstanceID(2)), nil, "instance")
        try requireEqual(try reading.workItem(WorkItemID(5)), nil, "work item")
        try requireEqual(try reading.message(1), nil, "message")
        try requireEqual(try reading.instanceCounts()[.completed], 0, "count")
        try requireEqual(
          try reading.history(HistoryQuery(.all, limit: 9)).map(\.sequence), [1, 3], "history")
        try requireEqual(
          try reading.historyHashes(after: 0, limit: 9).map(\.isRemoved),
          [false, true, false, true], "hashes")
        try requireEqual(
          try reading.historyHashes(after: 3, limit: 9).first?.hash, [4, 0, 255], "hash")
      }
    },
  ]
}
