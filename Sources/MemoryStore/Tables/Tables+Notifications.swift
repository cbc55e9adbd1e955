// Notifications and their deliveries.

import ApplicationRuntime
import Workflow

extension Tables {
  func notifications(_ query: NotificationQuery) -> [StoredNotification] {
    notifications.values.filter { notification in
      notification.person == query.person && notification.number < query.before ?? .max
        && (!query.isUnreadOnly || notification.readAt == nil)
    }.sorted { $0.number > $1.number }.window(query.limit)
  }

  func unreadNotification(of person: PersonID, inGroup group: String) -> StoredNotification? {
    notifications.values.first {
      $0.person == person && $0.group == group && $0.readAt == nil
    }
  }

  mutating func insert(_ notification: StoredNotification) throws {
    guard notifications[notification.number] == nil else {
      throw StoreError(.conflict, "The notification \(notification.number) is there already.")
    }
    notifications[notification.number] = notification
  }

  mutating func markNotificationRead(_ number: Int64, at: Timestamp) {
    guard notifications[number]?.readAt == nil else { return }
    notifications[number]?.readAt = at
  }

  mutating func markNotificationsRead(of person: PersonID, upTo number: Int64, at: Timestamp) -> Int
  {
    let unread = notifications.values.filter {
      $0.person == person && $0.number <= number && $0.readAt == nil
    }
    for notification in unread { notifications[notification.number]?.readAt = at }
    return unread.count
  }

  mutating func removeNotifications(readBefore time: Timestamp, limit: Int) -> Int {
    let old = notifications.values.filter { $0.readAt.map { $0 < time } ?? false }
      .sorted { $0.readAt ?? $0.at < $1.readAt ?? $1.at }.window(limit)
    for notification in old { notifications[notification.number] = nil }
    return old.count
  }

  mutating func removeNotifications(about document: DocumentID) {
    notifications = notifications.filter { $0.value.document != document }
    deliveries = deliveries.filter { $0.value.notification.document != document }
  }

  // MARK: Deliveries

  func deliveries(_ query: DeliveryQuery) -> [StoredDelivery] {
    deliveries.values.filter { delivery in
      delivery.number < query.before ?? .max
        && (query.person == nil || delivery.person == query.person)
    }.sorted { $0.number > $1.number }.window(query.limit)
  }

  /// The pending ones to a person by a transport, in their order.
  func pendingDeliveries(
    to person: PersonID, by transport: NotificationTransport
  ) -> [StoredDelivery] {
    deliveries.values.filter {
      $0.state.isPending && $0.person == person && $0.transport == transport
    }.sorted { $0.number < $1.number }
  }

  /// The first pending one of each person and transport, by the time at which it can go.
  var firstDeliveries: [StoredDelivery] {
    let pending = deliveries.values.filter(\.state.isPending)
    return pending.filter { delivery in
      pendingDeliveries(to: delivery.person, by: delivery.transport).first == delivery
    }.sorted { ($0.dueAt, $0.number) < ($1.dueAt, $1.number) }
  }

  mutating func insert(_ delivery: StoredDelivery) throws {
    guard deliveries[delivery.number] == nil else {
      throw StoreError(.conflict, "The delivery \(delivery.number) is there already.")
    }
    deliveries[delivery.number] = delivery
  }

  mutating func update(_ delivery: StoredDelivery) throws {
    guard deliveries[delivery.number] != nil else {
      throw StoreError(.unexpected, "The delivery \(delivery.number) is not in the store.")
    }
    deliveries[delivery.number] = delivery
  }

  mutating func removeDeliveries(endedBefore time: Timestamp, limit: Int) -> Int {
    let old = deliveries.values.filter { $0.endedAt.map { $0 < time } ?? false }
      .sorted { $0.number < $1.number }.window(limit)
    for delivery in old { deliveries[delivery.number] = nil }
    return old.count
  }
}
