// What a person sees of notifications: rows of a list, preferences, deliveries.

import Workflow
import WorkflowRuntime

/// A notification in a list.
public struct NotificationRow: Hashable, Sendable {
  public let id: NotificationID
  public let event: NotificationEvent
  /// In the person's language, with how many more it stands for; not escaped.
  public let text: String
  /// How many of one group it stands for: the lines of a document.
  public let count: Int
  public let document: DocumentID?
  public let instance: InstanceID?
  public let item: WorkItemID?
  public let element: ElementPath?
  public let step: String?
  public let at: Timestamp
  public let isRead: Bool

  init(_ stored: StoredNotification) {
    id = NotificationID(stored.number)
    event = stored.event
    text = stored.wholeText
    count = stored.count
    document = stored.document
    instance = stored.instance
    item = stored.item
    element = stored.element
    step = stored.step
    at = stored.at
    isRead = stored.readAt != nil
  }
}

/// Whether a person is told of an event by a transport, and why.
public struct NotificationPreferenceRow: Hashable, Sendable {
  public let event: NotificationEvent
  public let transport: NotificationTransport
  public let isOn: Bool
  /// The person's own choice; without one it is as the organisation says.
  public let isChosen: Bool
}

/// A notification on its way by a transport.
public struct DeliveryRow: Hashable, Sendable {
  public let id: NotificationID
  public let transport: NotificationTransport
  public let person: PersonID
  public let event: NotificationEvent
  public let text: String
  public let document: DocumentID?
  public let state: StoredDelivery.State
  public let attempts: Int
  public let at: Timestamp
  /// When it is tried next; nil once it has ended.
  public let dueAt: Timestamp?
  /// Why the last try failed.
  public let error: String?

  init(_ stored: StoredDelivery) {
    id = NotificationID(stored.number)
    transport = stored.transport
    person = stored.person
    event = stored.notification.event
    text = stored.notification.wholeText
    document = stored.notification.document
    state = stored.state
    attempts = stored.attempts
    at = stored.notification.at
    dueAt = stored.state.isPending ? stored.dueAt : nil
    error = stored.error
  }
}
