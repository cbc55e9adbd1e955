// The texts of the statements on notifications and on deliveries.

extension Query {
  var notificationText: String? {
    switch self {
    case .notification: "SELECT \(Columns.notification) FROM notification WHERE number = ?"
    case .notifications:
      """
      SELECT \(Columns.notification) FROM notification WHERE person = ? AND number < ?
      ORDER BY number DESC LIMIT ?
      """
    case .unreadNotifications:
      """
      SELECT \(Columns.notification) FROM notification INDEXED BY notification_unread
      WHERE person = ? AND number < ? AND read_at IS NULL ORDER BY number DESC LIMIT ?
      """
    case .unreadCount:
      """
      SELECT count(*) FROM
        (SELECT 1 FROM notification INDEXED BY notification_unread
         WHERE person = ? AND read_at IS NULL LIMIT ?)
      """
    case .unreadOfGroup:
      """
      SELECT \(Columns.notification) FROM notification INDEXED BY notification_group
      WHERE person = ? AND group_key = ? AND read_at IS NULL LIMIT 1
      """
    case .insertNotification: Columns.insert("notification", Columns.notification)
    case .removeNotification: "DELETE FROM notification WHERE number = ?"
    case .markRead: "UPDATE notification SET read_at = ? WHERE number = ? AND read_at IS NULL"
    case .markAllRead:
      """
      UPDATE notification INDEXED BY notification_unread SET read_at = ?
      WHERE person = ? AND number <= ? AND read_at IS NULL
      """
    case .removeReadNotifications:
      """
      DELETE FROM notification WHERE number IN
        (SELECT number FROM notification INDEXED BY notification_read
         WHERE read_at IS NOT NULL AND read_at < ? ORDER BY read_at LIMIT ?)
      """
    case .removeNotificationsAbout: "DELETE FROM notification WHERE document = ?"
    default: nil
    }
  }

  var deliveryText: String? {
    switch self {
    case .delivery: "SELECT \(Columns.delivery) FROM delivery WHERE number = ?"
    case .deliveries:
      """
      SELECT \(Columns.delivery) FROM delivery WHERE number < ? ORDER BY number DESC LIMIT ?
      """
    case .deliveriesOfPerson:
      """
      SELECT \(Columns.delivery) FROM delivery WHERE person = ? AND number < ?
      ORDER BY number DESC LIMIT ?
      """
    case .dueDeliveries:
      """
      SELECT \(Columns.delivery) FROM delivery WHERE is_head = 1 AND due_at <= ?
      ORDER BY due_at, number LIMIT ?
      """
    // The comparison of the time is always true; with it SQLite walks the index by a search.
    case .nextDeliveryTime:
      """
      SELECT due_at FROM delivery WHERE is_head = 1 AND due_at >= -9223372036854775807
      ORDER BY due_at LIMIT 1
      """
    case .lastPendingDelivery:
      """
      SELECT \(Columns.delivery) FROM delivery INDEXED BY delivery_pending
      WHERE person = ? AND transport = ? AND ended_at IS NULL ORDER BY number DESC LIMIT 1
      """
    case .firstPendingDelivery:
      """
      SELECT number FROM delivery INDEXED BY delivery_pending
      WHERE person = ? AND transport = ? AND ended_at IS NULL ORDER BY number LIMIT 1
      """
    case .insertDelivery:
      Columns.insert("delivery", "\(Columns.delivery), person, document, is_head")
    case .updateDelivery:
      """
      UPDATE delivery SET content = ?, state = ?, attempts = ?, due_at = ?, error = ?,
        ended_at = ?, is_head = is_head AND ?
      WHERE number = ?
      """
    case .promoteDelivery: "UPDATE delivery SET is_head = 1 WHERE number = ?"
    case .removeEndedDeliveries:
      """
      DELETE FROM delivery WHERE number IN
        (SELECT number FROM delivery INDEXED BY delivery_ended
         WHERE ended_at IS NOT NULL AND ended_at < ? ORDER BY ended_at LIMIT ?)
      """
    case .pendingDeliveriesAbout:
      "SELECT \(Columns.delivery) FROM delivery WHERE document = ? AND ended_at IS NULL"
    case .removeDeliveriesAbout: "DELETE FROM delivery WHERE document = ?"
    default: nil
    }
  }
}
