// Writing one notification: the person's list, and the transports that the person wants.

import Workflow
import WorkflowRuntime

/// Writes within one transaction; what a person has turned off is not written.
struct NotificationWriting {
  /// A notification that has no number yet.
  struct New {
    let person: PersonID
    let event: NotificationEvent
    var document: DocumentID?
    var instance: InstanceID?
    var item: WorkItemID?
    var element: ElementPath?
    var step: String?
    var group: String?
    let text: String

    func numbered(_ number: Int64, at now: Timestamp) -> StoredNotification {
      StoredNotification(
        number: number, person: person, event: event, document: document, instance: instance,
        item: item, element: element, step: step, group: group, text: text, at: now)
    }
  }

  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction
  let preferences: KnownPreferences

  /// Who has left is told of nothing.
  func canBeTold(_ person: PersonID) -> Bool {
    organization.person(person)?.isActive(on: parts.today(in: organization)) == true
  }

  func write(_ new: New) throws {
    let preferences = try preferences.of(new.person)
    let settings = organization.notifications
    func isOn(_ transport: NotificationTransport) -> Bool {
      preferences.isOn(new.event, by: transport, in: settings)
    }
    if isOn(.inApp) { try list(new) }
    for transport in NotificationTransport.allCases
    where settings.transports[transport] != nil && isOn(transport) {
      try send(new, by: transport)
    }
  }

  /// Puts it on top of the list; one of the same group that was not read goes into it.
  private func list(_ new: New) throws {
    let number = try transaction.next(.notification)
    let notification = new.numbered(number, at: parts.clock.now())
    guard let group = new.group,
      let earlier = try transaction.unreadNotification(of: new.person, inGroup: group)
    else { return try transaction.insert(notification) }
    try transaction.removeNotification(earlier.number)
    try transaction.insert(notification.renumbered(number, count: earlier.count + 1))
  }

  /// Posts a delivery; the last one that waits for the person takes up one of the same group.
  private func send(_ new: New, by transport: NotificationTransport) throws {
    let now = parts.clock.now()
    if let group = new.group,
      var waiting = try transaction.lastPendingDelivery(to: new.person, by: transport),
      waiting.notification.group == group, waiting.state == .waiting, waiting.attempts == 0
    {
      waiting.notification = new.numbered(waiting.number, at: now)
        .renumbered(waiting.number, count: waiting.notification.count + 1)
      return try transaction.update(waiting)
    }
    let number = try transaction.next(.notification)
    try transaction.insert(
      StoredDelivery(
        number: number, transport: transport, notification: new.numbered(number, at: now),
        dueAt: now))
  }
}
