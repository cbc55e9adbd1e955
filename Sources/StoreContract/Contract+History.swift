// The record of what happened, what types keep, and requests.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let history: [Check] = [
    Check("a history entry comes back bit for bit") { store in
      let entry = StoredHistoryEntry(
        sequence: 5, document: Sample.document, instance: InstanceID(7),
        entry: HistoryEntry(
          .conditionEvaluated, at: Sample.time(1), actor: Actor("ann", impersonatedBy: "root"),
          onBehalfOf: "sam", element: ElementPath(["a", "b"]), step: "manager", comment: "x\u{0}y",
          detail: "total > 100",
          values: [.init(name: "total", value: "1 EUR"), .init(name: "total", value: "")],
          message: 3, change: ["stage": "running", "n": 1, "list": [true, nil]]),
        salt: [0, 255], hash: [9, 8, 7])
      let bare = Sample.historyEntry(6)
      try store.write { transaction in
        try transaction.append(entry)
        try transaction.append(bare)
      }
      try requireEqual(
        try store.read { try $0.history(HistoryQuery(.all, limit: 9)) }, [entry, bare], "entries")
      try requireError(.conflict, "the same sequence again") {
        try store.write { try $0.append(bare) }
      }
    },
    Check("history is read by document, by instance and whole, in both directions") { store in
      try store.write { transaction in
        for (sequence, document, instance) in [
          (Int64(1), "ER-1", nil), (2, "ER-1", Int64(1)), (3, "ER-2", 2), (4, "ER-1", 1),
          (5, "ER-1", nil),
        ] {
          try transaction.append(
            Sample.historyEntry(sequence, document: DocumentID(document), instance: instance))
        }
      }
      try store.read { reading in
        func list(_ query: HistoryQuery) throws -> [Int64] {
          try reading.history(query).map(\.sequence)
        }
        try requireEqual(try list(HistoryQuery(.all, limit: 9)), [1, 2, 3, 4, 5], "all")
        try requireEqual(try list(HistoryQuery(.all, after: 2, limit: 2)), [3, 4], "window")
        try requireEqual(
          try list(HistoryQuery(.all, isNewestFirst: true, limit: 2)), [5, 4], "newest")
        try requireEqual(
          try list(HistoryQuery(.document("ER-1"), limit: 9)), [1, 2, 4, 5], "document")
        try requireEqual(
          try list(HistoryQuery(.document("ER-1"), after: 4, isNewestFirst: true, limit: 9)),
          [2, 1], "document, newest first")
        try requireEqual(
          try list(HistoryQuery(.instance(InstanceID(1)), limit: 9)), [2, 4], "instance")
        try requireEqual(
          try list(HistoryQuery(.instance(InstanceID(1)), isNewestFirst: true, limit: 1)), [4],
          "instance, newest first")
        try requireEqual(
          try reading.lastHash(of: .instance(InstanceID(1))), [4, 0, 255], "hash of an instance")
        try requireEqual(
          try reading.lastHash(of: .document("ER-1")), [5, 0, 255], "hash of a document")
        try requireEqual(try reading.lastHash(of: .document("ER-2")), nil, "no hash")
      }
    },
  ]

  static let records: [Check] = [
    Check("records are numbered without gaps within their collection, a key once") { store in
      let first = try store.write { transaction in
        try transaction.appendRecord(
          in: "payments", key: "a", document: "ER-1", body: "{}", at: Sample.time(1))
      }
      _ = try? store.write { transaction in
        _ = try transaction.appendRecord(
          in: "payments", key: "lost", document: nil, body: "", at: Sample.time(1))
        throw BodyError(number: 1)
      }
      let others = try store.write { transaction in
        [
          try transaction.appendRecord(
            in: "payments", key: "b", document: nil, body: "2", at: Sample.time(2)),
          try transaction.appendRecord(
            in: "payments", key: "a", document: nil, body: "other", at: Sample.time(3)),
          try transaction.appendRecord(
            in: "ledger", key: "a", document: nil, body: "", at: Sample.time(3)),
        ]
      }
      try requireEqual([first] + others, [1, 2, 1, 1], "numbers")
      try store.read { reading in
        try requireEqual(
          try reading.record(in: "payments", key: "a"),
          StoredRecord(
            number: 1, key: "a", document: "ER-1", body: "{}", at: Sample.time(1)), "unchanged")
        try requireEqual(try reading.record(in: "payments", key: "lost"), nil, "undone")
        try requireEqual(
          try reading.records(in: "payments", after: 1, limit: 9).map(\.key), ["b"], "window")
        try requireEqual(try reading.lastRecordNumber(in: "payments"), 2, "last")
        try requireEqual(try reading.lastRecordNumber(in: "none"), 0, "last of none")
      }
    },
    Check("the result of a request is kept under its key, the first one") { store in
      let request = StoredRequest(key: "k", digest: "d", result: "{}", at: Sample.time(1))
      try requireEqual(try store.read { try $0.request("k") }, nil, "at first")
      try store.write { try $0.save(request) }
      try requireEqual(try store.read { try $0.request("k") }, request, "kept")
      try requireError(.conflict, "again") { try store.write { try $0.save(request) } }
      try store.write { transaction in
        for number in Int64(2)...4 {
          try transaction.save(
            StoredRequest(key: "k\(number)", digest: "", result: "", at: Sample.time(number)))
        }
      }
      try requireEqual(
        try store.write { try $0.removeRequests(savedBefore: Sample.time(4), limit: 2) }, 2,
        "the oldest are removed first")
      try requireEqual(try store.read { try $0.request("k2") }, nil, "removed")
      try requireEqual(try store.read { try $0.request("k3")?.key }, "k3", "kept")
    },
  ]
}
