// Sample notifications, deliveries and preferences.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Sample {
  static func notification(
    _ number: Int64, _ event: NotificationEvent, _ text: String, document: DocumentID? = nil,
    at: String = "2026-03-03T08:04:00Z", isRead: Bool = false
  ) -> NotificationRow {
    NotificationRow(
      stored(number, event, text, document: document, at: at, isRead: isRead))
  }

  private static func stored(
    _ number: Int64, _ event: NotificationEvent, _ text: String, document: DocumentID?,
    at: String, isRead: Bool
  ) -> StoredNotification {
    StoredNotification(
      number: number, person: "frank", event: event, document: document,
      instance: document == nil ? nil : InstanceID(number),
      element: document == nil ? nil : ElementPath(["management"]), step: "manager", text: text,
      at: stamp(at), readAt: isRead ? now : nil)
  }

  static let notifications = [
    notification(
      21, .assigned, "ER-000012 “Visit Aarhus” of Sam Holt waits for you at management.",
      document: "ER-000012"),
    notification(
      19, .overdue, "ER-000009 “Fair in Lyon” is late at management, step manager.",
      document: "ER-000009", at: "2026-03-02T11:00:00Z"),
    notification(17, .clockLeap, "The clock was set by 2 h: limits are held until you go on."),
    notification(
      15, .approve, "Sue Lind approved ER-000004 “Oslo”.", document: "ER-000004",
      at: "2026-02-20T10:00:00Z", isRead: true),
  ]

  static let deliveries = [
    delivery(23, .mail, .delivered, "ER-000012 waits for you."),
    delivery(24, .command, .failed, "ER-000009 is late.", error: "exit status 3: no such host"),
  ]

  static func delivery(
    _ number: Int64, _ transport: NotificationTransport, _ state: StoredDelivery.State,
    _ text: String, error: String? = nil
  ) -> DeliveryRow {
    DeliveryRow(
      StoredDelivery(
        number: number, transport: transport,
        notification: stored(
          number, .assigned, text, document: "ER-000012", at: "2026-03-03T08:04:00Z",
          isRead: false),
        state: state, attempts: 5, dueAt: now, error: error))
  }

  static func preferences(
    _ transports: [NotificationTransport] = [.inApp, .terminal, .mail]
  ) -> [NotificationPreferenceRow] {
    NotificationEvent.allCases.flatMap { event in
      transports.map { transport in
        NotificationPreferenceRow(
          event: event, transport: transport, isOn: transport != .mail || event == .assigned,
          isChosen: event == .assigned && transport == .mail)
      }
    }
  }
}
