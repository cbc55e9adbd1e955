// Lists: rows on either side of any place, and how many stand before it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let lists: [Check] = [
    Check("an inbox is a list by due time, the undated last, from any place both ways") { store in
      let due: [Int64: Int64?] = [1: 30, 2: nil, 3: 10, 4: 20, 5: 20, 6: nil]
      try store.write { transaction in
        for (id, due) in due.sorted(by: { $0.key < $1.key }) {
          try transaction.insert(item(id, due: due))
        }
        try transaction.insert(item(7, due: 5, assignee: "bob"))
      }
      try store.read { reading in
        func list(_ stretch: ListStretch) throws -> [Int64] {
          try reading.inbox(of: "sam", stretch).map(\.id.number)
        }
        try requireOrder(
          [3, 4, 5, 1, 2, 6].map { ($0, item($0, due: due[$0] ?? nil).listPlace) }, list)
        try requireCounts(
          .inbox(of: "sam"), [3, 4, 5, 1, 2, 6].map { item($0, due: due[$0] ?? nil).listPlace },
          reading)
        let gone = ListPlace(time: Sample.time(15), number: 99)
        try requireEqual(try list(ListStretch(from: gone, limit: 1)), [4], "behind no row")
        try requireEqual(
          try list(ListStretch(from: gone, isBackwards: true, limit: 9)), [3], "before no row")
      }
    },
    Check("an item whose due time changes moves in its inbox") { store in
      var moved = item(1, due: 10)
      let first = moved
      try store.write { transaction in
        try transaction.insert(first)
        try transaction.insert(item(2, due: 20))
      }
      func inbox(_ person: PersonID) throws -> [Int64] {
        try store.read { try $0.inbox(of: person, ListStretch(limit: 9)).map(\.id.number) }
      }
      try requireEqual(try inbox("sam"), [1, 2], "as they came")
      moved.dueAt = Sample.time(30)
      let later = moved
      try store.write { try $0.update(later) }
      try requireEqual(try inbox("sam"), [2, 1], "due later")
      moved.dueAt = nil
      moved.assignee = "bob"
      let given = moved
      try store.write { try $0.update(given) }
      try requireEqual(try inbox("sam"), [2], "given away")
      try requireEqual(try inbox("bob"), [1], "undated, with another")
      try requireEqual(
        try store.read { try $0.count(.inbox(of: "bob"), before: nil, atMost: 9) }, 1, "counted")
    },
    Check("a person's documents are a list, the newest first") { store in
      let documents = (Int64(1)...6).map {
        Sample.storedDocument(
          DocumentID("ER-\($0)"), originator: $0 == 4 ? "bob" : "ann", created: $0 / 3)
      }
      try store.write { transaction in
        for document in documents { try transaction.insert(document, fingerprints: []) }
      }
      let order: [Int64] = [6, 5, 3, 2, 1]
      let places = order.map { documents[Int($0) - 1].listPlace }
      try store.read { reading in
        try requireOrder(Array(zip(order, places))) { stretch in
          try reading.documents(of: "ann", stretch).compactMap {
            Int64($0.id.rawValue.dropFirst(3))
          }
        }
        try requireCounts(.documents(of: "ann"), places, reading)
      }
    },
    Check("instances are a list, all of them and those of a status") { store in
      try store.write { transaction in
        for id in Int64(1)...6 {
          try transaction.insert(
            Sample.instance(id, status: id.isMultiple(of: 2) ? .stopped : .pending))
        }
      }
      try store.read { reading in
        for (status, order) in [
          (nil, [6, 5, 4, 3, 2, 1]), (InstanceStatus.stopped, [6, 4, 2]), (.canceled, []),
        ] as [(InstanceStatus?, [Int64])] {
          let places = order.map { ListPlace(number: $0) }
          try requireOrder(Array(zip(order, places))) { stretch in
            try reading.instances(with: status, stretch).map(\.id.number)
          }
          try requireCounts(.instances(status), places, reading)
        }
      }
    },
    Check("pending messages are a list by due time, handled ones the newest first") { store in
      try store.write { transaction in
        for (sequence, due) in [(1, 9), (2, 3), (3, 3)] as [(Int64, Int64)] {
          try transaction.insert(Sample.message(sequence, due: due), isHeld: false)
        }
        for (sequence, handled) in [(4, 7), (5, 2), (6, 7)] as [(Int64, Int64)] {
          try transaction.insert(
            Sample.message(sequence, due: 99, state: .handled, handled: handled), isHeld: false)
        }
      }
      try store.read { reading in
        let pending = try reading.pendingMessages(ListStretch(limit: 9))
        try requireEqual(pending.map(\.sequence), [2, 3, 1], "pending")
        try requireOrder(pending.map { ($0.sequence, $0.listPlace) }) { stretch in
          try reading.pendingMessages(stretch).map(\.sequence)
        }
        try requireCounts(.pendingMessages, pending.map(\.listPlace), reading)
        let done = try reading.doneMessages(ListStretch(limit: 9))
        try requireEqual(done.map(\.sequence), [6, 4, 5], "done")
        try requireOrder(done.map { ($0.sequence, $0.listPlace) }) { stretch in
          try reading.doneMessages(stretch).map(\.sequence)
        }
        try requireCounts(.doneMessages, done.map(\.listPlace), reading)
      }
    },
    Check("notifications and deliveries are lists, the newest first") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          let told = StoredNotification(
            number: number, person: number == 3 ? "bob" : "ann", event: .assigned, text: "new",
            at: Sample.time(number), readAt: number == 4 ? Sample.time(9) : nil)
          try transaction.insert(told)
          try transaction.insert(
            StoredDelivery(
              number: number, transport: .mail, notification: told, dueAt: Sample.time(0)))
        }
      }
      try store.read { reading in
        for (areRead, order) in [(false, [6, 5, 2, 1]), (true, [4])] as [(Bool, [Int64])] {
          let places = order.map { ListPlace(number: $0) }
          try requireOrder(Array(zip(order, places))) { stretch in
            try reading.notifications(of: "ann", areRead: areRead, stretch).map(\.number)
          }
          try requireCounts(.notifications(of: "ann", areRead: areRead), places, reading)
        }
        for (person, order) in [
          (nil, [6, 5, 4, 3, 2, 1]), ("bob", [3]), ("kim", []),
        ] as [(PersonID?, [Int64])] {
          let places = order.map { ListPlace(number: $0) }
          try requireOrder(Array(zip(order, places))) { stretch in
            try reading.deliveries(to: person, stretch).map(\.number)
          }
          try requireCounts(.deliveries(to: person), places, reading)
        }
      }
    },
  ]

  private static func item(_ id: Int64, due: Int64?, assignee: PersonID = "sam") -> WorkItem {
    WorkItem(
      id: WorkItemID(id), kind: .approval, instance: InstanceID(id), document: Sample.document,
      documentType: Sample.type, element: ElementPath(["approval"]), pass: 1, step: "manager",
      subject: "Approve the trip", instructions: nil, assignee: assignee, candidates: [],
      createdAt: Sample.time(id), dueAt: due.map(Sample.time), allowed: [.approve])
  }

  /// From every place of a list, and from both its ends, what stands behind and before it.
  private static func requireOrder(
    _ order: [(id: Int64, place: ListPlace)], _ list: (ListStretch) throws -> [Int64],
    line: Int = #line
  ) throws {
    let ids = order.map(\.id)
    for limit in [0, 2, 9] {
      try requireEqual(
        try list(ListStretch(limit: limit)), Array(ids.prefix(limit)), "from the first",
        line: line)
      try requireEqual(
        try list(ListStretch(isBackwards: true, limit: limit)),
        Array(ids.reversed().prefix(limit)), "from the last", line: line)
      for (index, row) in order.enumerated() {
        try requireEqual(
          try list(ListStretch(from: row.place, limit: limit)),
          Array(ids.dropFirst(index + 1).prefix(limit)), "behind \(row.id)", line: line)
        try requireEqual(
          try list(ListStretch(from: row.place, isBackwards: true, limit: limit)),
          Array(ids.prefix(index).reversed().prefix(limit)), "before \(row.id)", line: line)
      }
    }
  }

  private static func requireCounts(
    _ list: StoreList, _ places: [ListPlace], _ reading: any StoreReading, line: Int = #line
  ) throws {
    try requireEqual(
      try reading.count(list, before: nil, atMost: 99), places.count, "all of \(list)", line: line)
    try requireEqual(
      try reading.count(list, before: nil, atMost: 2), min(2, places.count), "two of \(list)",
      line: line)
    for (index, place) in places.enumerated() {
      try requireEqual(
        try reading.count(list, before: place, atMost: 99), index, "before a row of \(list)",
        line: line)
    }
  }
}
