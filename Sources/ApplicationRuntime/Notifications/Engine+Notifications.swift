// A person's notifications: the list, what is unread, what is new, and marking as read.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Counting what is unread ends here: a longer list has no use for the number.
  public static let greatestUnreadCount = 1_000

  /// The notifications of whoever asks, the newest first.
  public func notifications(
    as actor: Actor, isUnreadOnly: Bool = false, after: String? = nil, limit: Int
  ) throws -> Window<NotificationRow> {
    let before = try after.map { try Self.notificationNumber($0) }
    let limit = Self.bounded(limit)
    return try reading(as: actor) { reading, _ in
      let found = try reading.notifications(
        NotificationQuery(
          of: actor.person, isUnreadOnly: isUnreadOnly, before: before, limit: limit))
      return Window(
        rows: found.map(NotificationRow.init),
        next: found.count == limit
          ? found.last.map { NotificationID($0.number).description } : nil)
    }
  }

  /// How many a person has not read, up to ``greatestUnreadCount``.
  public func unreadNotificationCount(of person: PersonID) throws -> Int {
    try reading {
      try $0.unreadNotificationCount(of: person, atMost: Self.greatestUnreadCount)
    }
  }

  /// What came after a notification that was told, the oldest first: for the bell of a terminal,
  /// without what the person does not want to hear there.
  ///
  /// - Parameters:
  ///   - last: nil at first: then nothing is news, and `last` of the result is where news begins.
  /// - Returns: at most `limit` of the latest, and up to where this was told.
  public func news(
    of person: PersonID, since last: NotificationID?, limit: Int = 20
  ) throws -> (rows: [NotificationRow], last: NotificationID) {
    try reading { reading in
      let newest = try reading.notifications(
        NotificationQuery(of: person, limit: last == nil ? 1 : Self.bounded(limit)))
      let end = NotificationID(newest.first?.number ?? last?.number ?? 0)
      guard let last else { return ([], end) }
      let settings = try parts.sources.organization(reading).notifications
      let preferences = try NotificationPreferences.read(of: person, reading)
      let news = newest.filter { notification in
        notification.number > last.number && notification.readAt == nil
          && preferences.isOn(notification.event, by: .terminal, in: settings)
      }
      return (news.reversed().map(NotificationRow.init), end)
    }
  }

  /// Marks notifications as read; those that are read already stay so.
  ///
  /// - Throws: ``EngineError``: one is not there, or is somebody else's. None is marked then.
  public func markNotificationsRead(_ ids: [NotificationID], by actor: Actor) throws {
    let (parts, now) = (parts, now)
    try writing { transaction in
      try parts.acting(actor, in: parts.sources.organization(transaction))
      for id in ids {
        guard try transaction.notification(id.number)?.person == actor.person else {
          throw EngineError(.notFound, "you have no notification \(id)")
        }
        try transaction.markNotificationRead(id.number, at: now)
      }
    }
  }

  /// Marks everything as read that the person has been told by now.
  ///
  /// - Returns: how many were not.
  @discardableResult
  public func markAllNotificationsRead(by actor: Actor) throws -> Int {
    let (parts, now) = (parts, now)
    return try writing { transaction in
      try parts.acting(actor, in: parts.sources.organization(transaction))
      return try transaction.markNotificationsRead(of: actor.person, upTo: .max, at: now)
    }
  }

  static func notificationNumber(_ text: String) throws(EngineError) -> Int64 {
    guard let id = NotificationID(parsing: text) else {
      throw EngineError(.badData, "“\(text)” is no place in this list")
    }
    return id.number
  }
}
