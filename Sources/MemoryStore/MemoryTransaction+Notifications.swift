// The changes to notifications.

import ApplicationRuntime
import Workflow

extension MemoryTransaction {
  func insert(_ notification: StoredNotification) throws {
    try change { try $0.insert(notification) }
  }

  func removeNotification(_ number: Int64) throws {
    try change { $0.notifications[number] = nil }
  }

  func markNotificationRead(_ number: Int64, at: Timestamp) throws {
    try change { $0.markNotificationRead(number, at: at) }
  }

  func markNotificationsRead(
    of person: PersonID, upTo number: Int64, at: Timestamp
  ) throws -> Int {
    try change { $0.markNotificationsRead(of: person, upTo: number, at: at) }
  }

  func removeNotifications(readBefore time: Timestamp, limit: Int) throws -> Int {
    try change { $0.removeNotifications(readBefore: time, limit: limit) }
  }

  func removeNotifications(about document: DocumentID) throws {
    try change { $0.removeNotifications(about: document) }
  }

  func insert(_ delivery: StoredDelivery) throws { try change { try $0.insert(delivery) } }

  func update(_ delivery: StoredDelivery) throws { try change { try $0.update(delivery) } }

  func removeDeliveries(endedBefore time: Timestamp, limit: Int) throws -> Int {
    try change { $0.removeDeliveries(endedBefore: time, limit: limit) }
  }
}
