// Notifications: windows, what is unread, groups, retention.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let notifications: [Check] = [
    Check("a person's notifications are kept as they are, the newest first") { store in
      let full = StoredNotification(
        number: 4, person: "sam", event: .requestChange, document: Sample.document,
        instance: InstanceID(7), item: WorkItemID(9), element: ElementPath(parsing: "a/b/c"),
        step: "manager", group: "lines", text: "“quoted”\n\u{7} and 😀", count: 3,
        at: Sample.time(4), readAt: Sample.time(5))
      try store.write { transaction in
        for number in 1...3 {
          try transaction.insert(
            Sample.notification(Int64(number), to: number == 2 ? "ann" : "sam"))
        }
        try transaction.insert(full)
      }
      try store.read { reading in
        try requireEqual(try reading.notification(4), full, "kept")
        try requireEqual(try reading.notification(9), nil, "unknown")
        func numbers(_ query: NotificationQuery) throws -> [Int64] {
          try reading.notifications(query).map(\.number)
        }
        try requireEqual(try numbers(.init(of: "sam", limit: 9)), [4, 3, 1], "newest first")
        try requireEqual(try numbers(.init(of: "sam", before: 4, limit: 1)), [3], "window")
        try requireEqual(
          try numbers(.init(of: "sam", isUnreadOnly: true, limit: 9)), [3, 1], "unread")
        try requireEqual(try reading.unreadNotificationCount(of: "sam", atMost: 9), 2, "count")
        try requireEqual(try reading.unreadNotificationCount(of: "sam", atMost: 1), 1, "bound")
      }
    },
    Check("notifications are marked as read one by one or all up to one") { store in
      try store.write { transaction in
        for number in 1...4 { try transaction.insert(Sample.notification(Int64(number))) }
        try transaction.markNotificationRead(2, at: Sample.time(9))
        try transaction.markNotificationRead(2, at: Sample.time(10))
        try transaction.markNotificationRead(99, at: Sample.time(9))
        try requireEqual(
          try transaction.markNotificationsRead(of: "sam", upTo: 3, at: Sample.time(11)), 2,
          "how many")
        try requireEqual(
          try transaction.markNotificationsRead(of: "ann", upTo: 9, at: Sample.time(11)), 0,
          "of another one")
      }
      let read = try store.read { reading in
        try reading.notifications(NotificationQuery(of: "sam", limit: 9)).map(\.readAt)
      }
      try requireEqual(
        read, [nil, Sample.time(11), Sample.time(9), Sample.time(11)], "when they were read")
    },
    Check("the unread one of a group is found; read and old ones are removed") { store in
      try store.write { transaction in
        try transaction.insert(Sample.notification(1, group: "lines"))
        try transaction.insert(Sample.notification(2))
        try transaction.markNotificationRead(1, at: Sample.time(5))
        try requireEqual(
          try transaction.unreadNotification(of: "sam", inGroup: "lines"), nil, "read")
        try transaction.insert(Sample.notification(3, group: "lines"))
        try requireEqual(
          try transaction.unreadNotification(of: "sam", inGroup: "lines")?.number, 3, "unread")
        try transaction.removeNotification(3)
        try requireEqual(try transaction.notification(3), nil, "removed")
        try requireEqual(
          try transaction.removeNotifications(readBefore: Sample.time(5), limit: 9), 0, "not old")
        try requireEqual(
          try transaction.removeNotifications(readBefore: Sample.time(6), limit: 9), 1, "old")
        try requireEqual(
          try transaction.notifications(NotificationQuery(of: "sam", limit: 9)).map(\.number),
          [2], "unread ones stay")
        try transaction.removeNotifications(about: Sample.document)
        try requireEqual(try transaction.notification(2), nil, "about a document")
      }
    },
  ]

  static let deliveries: [Check] = [
    Check("deliveries to a person by a transport go out in their order") { store in
      try store.write { transaction in
        try transaction.insert(Sample.delivery(1, due: 0))
        try transaction.insert(Sample.delivery(2, due: 0))
        try transaction.insert(Sample.delivery(3, to: "ann", due: 5))
        try transaction.insert(Sample.delivery(4, by: .command, due: 3))
      }
      func due(_ seconds: Int64) throws -> [Int64] {
        try store.read { try $0.dueDeliveries(at: Sample.time(seconds), limit: 9).map(\.number) }
      }
      try requireEqual(try due(0), [1], "one of each")
      try requireEqual(try due(9), [1, 4, 3], "by their times")
      try requireEqual(try store.read { try $0.nextDeliveryTime() }, Sample.time(0), "next")
      try requireEqual(
        try store.read { try $0.lastPendingDelivery(to: "sam", by: .mail) }?.number, 2, "last")
      var first = Sample.delivery(1, due: 20)
      first.state = .running
      first.attempts = 2
      first.error = "no answer"
      let tried = first
      try store.write { try $0.update(tried) }
      try requireEqual(try store.read { try $0.delivery(1) }, tried, "kept")
      try requireEqual(try due(9), [4, 3], "those behind one that is tried again wait")
      first.state = .failed
      first.endedAt = Sample.time(9)
      let ended = first
      try store.write { try $0.update(ended) }
      try requireEqual(try due(9), [2, 4, 3], "the next one follows")
    },
    Check("deliveries are listed the newest first; ended ones are removed when they are old") {
      store in
      try store.write { transaction in
        for number in 1...3 {
          try transaction.insert(Sample.delivery(Int64(number), to: number == 2 ? "ann" : "sam"))
        }
        var delivered = Sample.delivery(1)
        delivered.state = .delivered
        delivered.endedAt = Sample.time(5)
        try transaction.update(delivered)
        func numbers(_ query: DeliveryQuery) throws -> [Int64] {
          try transaction.deliveries(query).map(\.number)
        }
        try requireEqual(try numbers(.init(of: nil, limit: 9)), [3, 2, 1], "everybody's")
        try requireEqual(try numbers(.init(of: "sam", before: 3, limit: 9)), [1], "one's")
        try requireEqual(
          try transaction.removeDeliveries(endedBefore: Sample.time(5), limit: 9), 0, "not old")
        try requireEqual(
          try transaction.removeDeliveries(endedBefore: Sample.time(6), limit: 9), 1, "old")
        try transaction.insert(Sample.delivery(4, document: "ER-9"))
        try transaction.removeNotifications(about: Sample.document)
        try requireEqual(try numbers(.init(of: nil, limit: 9)), [4], "about a document")
        try requireEqual(
          try transaction.dueDeliveries(at: Sample.time(9), limit: 9).map(\.number), [4],
          "what waited behind them is first")
      }
      try requireEqual(
        try store.write { try $0.next(.notification) }, 1, "numbers are given by the store")
    },
  ]
}

extension Sample {
  static func notification(
    _ number: Int64, to person: PersonID = "sam", group: String? = nil,
    document: DocumentID = Sample.document
  ) -> StoredNotification {
    StoredNotification(
      number: number, person: person, event: .completed, document: document, group: group,
      text: "Trip is approved", at: time(number))
  }

  static func delivery(
    _ number: Int64, to person: PersonID = "sam", by transport: NotificationTransport = .mail,
    document: DocumentID = Sample.document, due: Int64 = 0
  ) -> StoredDelivery {
    StoredDelivery(
      number: number, transport: transport,
      notification: notification(number, to: person, document: document), dueAt: time(due))
  }
}
