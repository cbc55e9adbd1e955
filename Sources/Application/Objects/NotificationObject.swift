// Notifications, preferences and deliveries as they are written.

import ApplicationRuntime
import Workflow

struct NotificationObject: OutputObject {
  static let object = "notification"
  static let columns = [
    TextColumn("Notification"), TextColumn("Told"), TextColumn("New"),
    TextColumn("Event", priority: 1), TextColumn("Text", minimum: 20),
  ]

  let row: NotificationRow

  init(_ row: NotificationRow) { self.row = row }

  var json: JSONObject {
    [
      "id": .text(row.id), "event": .string(Word(row.event.rawValue).lowerCamelCased),
      "text": .string(row.text), "count": .number(row.count), "document": .optional(row.document),
      "instance": .optional(row.instance), "workItem": .optional(row.item),
      "element": .optional(row.element), "step": .text(row.step), "at": .time(row.at),
      "read": .bool(row.isRead),
    ]
  }

  var cells: [String] {
    [
      row.id.description, Words.time(row.at), row.isRead ? "" : "new", row.event.rawValue,
      row.text,
    ]
  }
}

struct NotificationPreferenceObject: OutputObject {
  static let object = "notificationPreference"
  static let columns = [
    TextColumn("Event"), TextColumn("Transport"), TextColumn("Told"), TextColumn("Chosen"),
  ]

  let row: NotificationPreferenceRow

  init(_ row: NotificationPreferenceRow) { self.row = row }

  var json: JSONObject {
    [
      "event": .string(Word(row.event.rawValue).lowerCamelCased),
      "transport": .string(Word(row.transport.rawValue).lowerCamelCased),
      "on": .bool(row.isOn), "chosen": .bool(row.isChosen),
    ]
  }

  var cells: [String] {
    [
      row.event.rawValue, row.transport.rawValue, row.isOn ? "yes" : "no",
      row.isChosen ? "by you" : "",
    ]
  }
}

struct DeliveryObject: OutputObject {
  static let object = "delivery"
  static let columns = [
    TextColumn("Delivery"), TextColumn("To"), TextColumn("Transport"), TextColumn("State"),
    TextColumn("Tries", isRight: true), TextColumn("Next try", priority: 1),
    TextColumn("Reason", minimum: 10), TextColumn("Text", priority: 2, minimum: 10),
  ]

  let row: DeliveryRow

  init(_ row: DeliveryRow) { self.row = row }

  var json: JSONObject {
    [
      "id": .text(row.id), "transport": .string(Word(row.transport.rawValue).lowerCamelCased),
      "person": .text(row.person), "event": .string(Word(row.event.rawValue).lowerCamelCased),
      "text": .string(row.text), "document": .optional(row.document),
      "state": .string(row.state.rawValue), "attempts": .number(row.attempts),
      "at": .time(row.at), "dueAt": .time(row.dueAt), "error": .text(row.error),
    ]
  }

  var cells: [String] {
    [
      row.id.description, row.person.description, row.transport.rawValue, row.state.rawValue,
      "\(row.attempts)", Words.time(row.dueAt), row.error ?? "", row.text,
    ]
  }
}

/// What marking as read left.
struct ReadNotificationsObject: OutputObject {
  static let object = "readNotifications"
  static let columns = [TextColumn("Read", isRight: true), TextColumn("Unread", isRight: true)]

  let count: Int
  let unread: Int

  var json: JSONObject { ["read": .number(count), "unread": .number(unread)] }

  var cells: [String] { ["\(count)", "\(unread)"] }
}
