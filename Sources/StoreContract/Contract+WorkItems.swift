// Work items and inboxes.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let workItems: [Check] = [
    Check("a work item is saved and comes back, with its answer") { store in
      var item = WorkItem(
        id: WorkItemID(31), kind: .task, instance: InstanceID(7), document: Sample.document,
        documentType: Sample.type, element: ElementPath(["checks", "budget"]), pass: 2, step: nil,
        subject: "Receipts", instructions: "Look at them", assignee: nil,
        candidates: ["sam", "ann"], onBehalfOf: nil, standIns: ["sam": "bob"], queue: "budget",
        outcomes: [ItemOutcome(name: "call", title: "Call “them”", answer: .complete)], line: 4,
        changes: "total 1 → 2", createdAt: Sample.time(1), dueAt: Sample.time(9),
        allowed: [.complete, .requestChange, .delegate])
      let created = item
      try store.write { try $0.insert(created) }
      try requireEqual(try store.read { try $0.workItem(WorkItemID(31)) }, created, "created")
      item.assignee = "ann"
      item.status = .answered
      item.closedAt = Sample.time(5)
      item.answer = Sample.answer
      let answered = item
      try store.write { try $0.update(answered) }
      try requireEqual(try store.read { try $0.workItem(WorkItemID(31)) }, answered, "answered")
      try requireError(.unexpected, "an update of what is not there") {
        try store.write { try $0.update(Sample.workItem(9)) }
      }
    },
    Check("an item lies in the inboxes of its candidates, then of the one who accepted it") {
      store in
      var item = Sample.workItem(1, assignee: nil, candidates: ["ann", "bob"], kind: .task)
      let offered = item
      try store.write { transaction in
        try transaction.insert(offered)
        try transaction.insert(Sample.workItem(2, assignee: "ann"))
      }
      try requireEqual(try inbox(of: "ann", store), [1, 2], "offered to ann")
      try requireEqual(try inbox(of: "bob", store), [1], "offered to bob")
      item.assignee = "bob"
      item.status = .accepted
      let accepted = item
      try store.write { try $0.update(accepted) }
      try requireEqual(try inbox(of: "ann", store), [2], "accepted by another")
      try requireEqual(try inbox(of: "bob", store), [1], "accepted")
      try store.write { try $0.update(offered) }
      try requireEqual(try inbox(of: "ann", store), [1, 2], "released")
      item.status = .answered
      let answered = item
      try store.write { try $0.update(answered) }
      try requireEqual(try inbox(of: "bob", store), [], "answered")
      try requireEqual(try inbox(of: "ann", store), [2], "answered by another")
    },
    Check("a second open item for one step and person is refused; a closed one is no hindrance") {
      store in
      let first = Sample.workItem(1)
      try store.write { try $0.insert(first) }
      try requireError(.conflict, "a second one") {
        try store.write { try $0.insert(Sample.workItem(2)) }
      }
      try store.write { transaction in
        try transaction.insert(Sample.workItem(3, step: "finance"))
        try transaction.insert(Sample.workItem(4, assignee: "bob"))
        try transaction.insert(Sample.workItem(5, of: 2))
        var closed = first
        closed.status = .notNeeded
        try transaction.update(closed)
        try transaction.insert(Sample.workItem(6))
      }
      try requireError(.conflict, "opened again beside another") {
        try store.write { try $0.update(first) }
      }
      try requireError(.conflict, "two of nobody") {
        try store.write { transaction in
          try transaction.insert(Sample.workItem(7, step: nil, assignee: nil, candidates: ["a"]))
          try transaction.insert(Sample.workItem(8, step: nil, assignee: nil, candidates: ["b"]))
        }
      }
    },
    Check("one person may have an item of their own and one for each person acted for") { store in
      try store.write { transaction in
        try transaction.insert(Sample.workItem(1))
        try transaction.insert(Sample.workItem(2, onBehalfOf: "ann"))
        try transaction.insert(Sample.workItem(3, onBehalfOf: "bob"))
        try transaction.insert(Sample.workItem(4, kind: .return, line: 1))
        try transaction.insert(Sample.workItem(5, kind: .return, line: 2))
      }
      try requireError(.conflict, "two for one person acted for") {
        try store.write { try $0.insert(Sample.workItem(6, assignee: "kim", onBehalfOf: "bob")) }
      }
      try requireError(.conflict, "one's own and one that acts for that person") {
        try store.write { try $0.insert(Sample.workItem(7, assignee: "kim", onBehalfOf: "sam")) }
      }
      var own = Sample.workItem(1)
      own.assignee = "kim"
      own.onBehalfOf = "sam"
      own.dueAt = Sample.time(4)
      own.queue = "tax"
      let delegated = own
      try store.write { try $0.update(delegated) }
      try requireEqual(try store.read { try $0.workItem(WorkItemID(1)) }, delegated, "delegated")
      try requireEqual(try inbox(of: "kim", store), [1], "with the delegate")
    },
    Check("an item that is offered to others leaves the inboxes of those before") { store in
      let item = Sample.workItem(1, assignee: nil, candidates: ["ann", "bob"], kind: .task)
      var moved = item
      moved.candidates = ["bob", "kim"]
      moved.standIns = ["kim": "ann"]
      var orphaned = moved
      orphaned.status = .orphaned
      let changes = [moved, orphaned, moved]
      try store.write { try $0.insert(item) }
      for (change, people) in zip(changes, [["bob", "kim"], [], ["bob", "kim"]]) {
        try store.write { try $0.update(change) }
        try requireEqual(try store.read { try $0.workItem(WorkItemID(1)) }, change, "changed")
        for person in ["ann", "bob", "kim"] {
          try requireEqual(
            try inbox(of: PersonID(person), store), people.contains(person) ? [1] : [],
            "the inbox of \(person) when it is \(change.status)")
        }
      }
    },
    Check("items are listed the oldest first, open or all, in windows") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          var item = Sample.workItem(number, of: number < 4 ? 1 : 2, step: "s\(number)")
          if number.isMultiple(of: 2) { item.status = .answered }
          try transaction.insert(item)
        }
      }
      try store.read { reading in
        func list(_ query: WorkItemQuery) throws -> [Int64] {
          try reading.workItems(query).map(\.id.number)
        }
        try requireEqual(try list(WorkItemQuery(.allOpen, limit: 9)), [1, 3, 5], "open")
        try requireEqual(
          try list(WorkItemQuery(.allOpen, after: WorkItemID(1), limit: 1)), [3], "window")
        try requireEqual(
          try list(WorkItemQuery(.instance(InstanceID(1)), limit: 9)), [1, 2, 3], "instance")
        try requireEqual(
          try list(WorkItemQuery(.openOfInstance(InstanceID(1)), limit: 9)), [1, 3],
          "open of instance")
        try requireEqual(
          try list(WorkItemQuery(.inbox("sam"), after: WorkItemID(1), limit: 1)), [3], "inbox")
        try requireEqual(try reading.openWorkItemCount(visibleTo: "sam"), 3, "count")
        try requireEqual(try reading.openWorkItemCount(visibleTo: "nobody"), 0, "count of nobody")
      }
    },
  ]

  private static func inbox(of person: PersonID, _ store: any Store) throws -> [Int64] {
    try store.read { reading in
      let items = try reading.workItems(WorkItemQuery(.inbox(person), limit: 9))
      try requireEqual(
        try reading.openWorkItemCount(visibleTo: person), items.count, "count and list")
      return items.map(\.id.number)
    }
  }
}
