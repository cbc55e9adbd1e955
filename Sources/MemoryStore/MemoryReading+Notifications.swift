// The questions about notifications.

import ApplicationRuntime
import Workflow

extension MemoryReading {
  func notification(_ number: Int64) throws -> StoredNotification? {
    tables.notifications[number]
  }

  func notifications(_ query: NotificationQuery) throws -> [StoredNotification] {
    tables.notifications(query)
  }

  func unreadNotificationCount(of person: PersonID, atMost limit: Int) throws -> Int {
    tables.notifications(NotificationQuery(of: person, isUnreadOnly: true, limit: limit)).count
  }

  func unreadNotification(
    of person: PersonID, inGroup group: String
  ) throws -> StoredNotification? { tables.unreadNotification(of: person, inGroup: group) }

  func delivery(_ number: Int64) throws -> StoredDelivery? { tables.deliveries[number] }

  func deliveries(_ query: DeliveryQuery) throws -> [StoredDelivery] { tables.deliveries(query) }

  func dueDeliveries(at now: Timestamp, limit: Int) throws -> [StoredDelivery] {
    tables.firstDeliveries.filter { $0.dueAt <= now }.window(limit)
  }

  func nextDeliveryTime() throws -> Timestamp? { tables.firstDeliveries.first?.dueAt }

  func lastPendingDelivery(
    to person: PersonID, by transport: NotificationTransport
  ) throws -> StoredDelivery? { tables.pendingDeliveries(to: person, by: transport).last }
}
