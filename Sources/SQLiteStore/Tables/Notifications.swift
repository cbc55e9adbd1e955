// What people are told, and what of it they have read.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func notification(_ number: Int64) throws -> StoredNotification? {
    try connection.first(.notification, { $0.add(number) }, StoredNotification.init)
  }

  func notifications(_ query: NotificationQuery) throws -> [StoredNotification] {
    try connection.all(
      query.isUnreadOnly ? .unreadNotifications : .notifications,
      {
        $0.add(query.person)
        $0.add(query.before ?? .max)
        $0.add(limit: query.limit)
      }, StoredNotification.init)
  }

  func unreadNotificationCount(of person: PersonID, atMost limit: Int) throws -> Int {
    try connection.first(
      .unreadCount,
      {
        $0.add(person)
        $0.add(limit: limit)
      }, { $0.number(0) }) ?? 0
  }

  func unreadNotification(
    of person: PersonID, inGroup group: String
  ) throws -> StoredNotification? {
    try connection.first(
      .unreadOfGroup,
      {
        $0.add(person)
        $0.add(group)
      }, StoredNotification.init)
  }
}

extension Transaction {
  func insert(_ notification: StoredNotification) throws {
    try connection.run(.insertNotification) {
      $0.add(notification.number)
      $0.add(notification.person)
      $0.add(notification.event.rawValue)
      $0.add(notification.document)
      $0.add(notification.instance)
      $0.add(notification.item)
      $0.add(notification.element?.description)
      $0.add(notification.step)
      $0.add(notification.group)
      $0.add(notification.text)
      $0.add(notification.count)
      $0.add(notification.at)
      $0.add(notification.readAt)
    }
  }

  func removeNotification(_ number: Int64) throws {
    try connection.run(.removeNotification) { $0.add(number) }
  }

  func markNotificationRead(_ number: Int64, at: Timestamp) throws {
    try connection.run(.markRead) {
      $0.add(at)
      $0.add(number)
    }
  }

  func markNotificationsRead(
    of person: PersonID, upTo number: Int64, at: Timestamp
  ) throws -> Int {
    try connection.run(.markAllRead) {
      $0.add(at)
      $0.add(person)
      $0.add(number)
    }
  }

  func removeNotifications(readBefore time: Timestamp, limit: Int) throws -> Int {
    try connection.run(.removeReadNotifications) {
      $0.add(time)
      $0.add(limit: limit)
    }
  }

  func removeNotifications(about document: DocumentID) throws {
    try connection.run(.removeNotificationsAbout) { $0.add(document) }
    try removeDeliveries(about: document)
  }
}

extension StoredNotification {
  init(_ row: Row) throws {
    self.init(
      number: row.integer(0), person: row.identifier(1), event: try row.word(2),
      document: row.optionalIdentifier(3), instance: row.optionalInteger(4).map(InstanceID.init),
      item: row.optionalInteger(5).map(WorkItemID.init),
      element: row.optionalText(6).map { ElementPath(parsing: $0) }, step: row.optionalText(7),
      group: row.optionalText(8), text: row.text(9), count: row.number(10), at: row.time(11),
      readAt: row.optionalTime(12))
  }
}
