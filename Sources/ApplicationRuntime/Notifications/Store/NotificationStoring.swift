// What notifications need of a store.

import Workflow

/// The questions about notifications, of which a consistent state of a store has the answers.
public protocol NotificationReading: AnyObject {
  func notification(_ number: Int64) throws -> StoredNotification?
  func notifications(_ query: NotificationQuery) throws -> [StoredNotification]
  /// How many a person has not read; counting ends at a number.
  func unreadNotificationCount(of person: PersonID, atMost: Int) throws -> Int
  /// The one of a group that the person has not read; nil when there is none.
  func unreadNotification(of person: PersonID, inGroup group: String) throws -> StoredNotification?

  func delivery(_ number: Int64) throws -> StoredDelivery?
  func deliveries(_ query: DeliveryQuery) throws -> [StoredDelivery]
  /// The first pending one of each person and transport, when its time has come, by that time.
  func dueDeliveries(at now: Timestamp, limit: Int) throws -> [StoredDelivery]
  /// The earliest time at which a first one can go; nil when there is none.
  func nextDeliveryTime() throws -> Timestamp?
  /// The last pending one to a person by a transport.
  func lastPendingDelivery(
    to person: PersonID, by transport: NotificationTransport
  ) throws -> StoredDelivery?
}

/// The changes to notifications within a write transaction.
public protocol NotificationChanging: NotificationReading {
  func insert(_ notification: StoredNotification) throws
  func removeNotification(_ number: Int64) throws
  /// Marks one as read; one that is read, or gone, stays so.
  func markNotificationRead(_ number: Int64, at: Timestamp) throws
  /// Marks all of a person up to a number as read; returns how many.
  func markNotificationsRead(of person: PersonID, upTo number: Int64, at: Timestamp) throws -> Int
  /// Removes some that were read before a time; returns how many.
  func removeNotifications(readBefore time: Timestamp, limit: Int) throws -> Int
  /// Removes all about a document, and their deliveries, sent or not.
  func removeNotifications(about document: DocumentID) throws

  func insert(_ delivery: StoredDelivery) throws
  func update(_ delivery: StoredDelivery) throws
  /// Removes some that ended before a time; returns how many.
  func removeDeliveries(endedBefore time: Timestamp, limit: Int) throws -> Int
}
