// Handing a notification to the program of a transport.

import Workflow
import WorkflowRuntime

/// A delivery with everything that its transport needs; made within a reading, run outside.
struct Transport: Sendable {
  let delivery: StoredDelivery
  let settings: NotificationSettings.Transport
  let person: Person
  /// The same for every try of this delivery, and for no other.
  let key: String

  /// - Throws: ``DeliveryFailure`` that no other try can mend.
  init(
    _ delivery: StoredDelivery, key: String, in organization: Organization
  ) throws(DeliveryFailure) {
    guard let settings = organization.notifications.transports[delivery.transport] else {
      throw DeliveryFailure(
        "the organisation has no \(delivery.transport.rawValue) any more", isFinal: true)
    }
    guard let person = organization.person(delivery.person) else {
      throw DeliveryFailure("\(delivery.person) is not in the organisation any more", isFinal: true)
    }
    self.delivery = delivery
    self.settings = settings
    self.person = person
    self.key = key
  }

  func run(isStopped: () -> Bool) throws {
    switch delivery.transport {
    case .mail: try mail(isStopped)
    case .command: try command(isStopped)
    case .inApp, .terminal: break
    }
  }

  private func mail(_ isStopped: () -> Bool) throws {
    guard let address = person.mail, MailAddress.isAddress(address) else {
      throw DeliveryFailure(
        "\(person.name) has no mail address that can be used: mend `mail` in the organisation",
        isFinal: true)
    }
    let text = delivery.notification.wholeText
    let message = MailMessage(
      sender: settings.sender ?? "countersign@localhost", recipient: address,
      recipientName: person.name, subject: text, body: text, key: key,
      date: delivery.notification.at)
    // The address is checked, and no option: nothing is read from the headers.
    try ChildProcess(
      arguments: settings.arguments + ["-i", "-f", message.sender, "--", address],
      environment: environment, input: message.bytes, timeout: settings.timeout
    ).run(isStopped: isStopped)
  }

  private func command(_ isStopped: () -> Bool) throws {
    try ChildProcess(
      arguments: settings.arguments, environment: environment,
      input: Array((json.text + "\n").utf8), timeout: settings.timeout
    ).run(isStopped: isStopped)
  }

  private var environment: [String: String] {
    ChildProcess.environment(adding: [
      "COUNTERSIGN_KEY": key, "COUNTERSIGN_EVENT": delivery.notification.event.rawValue,
      "COUNTERSIGN_PERSON": person.id.rawValue,
    ])
  }

  /// What a command reads: one line, absent values as null.
  var json: JSON {
    let notification = delivery.notification
    func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
    return .object(
      JSONObject([
        ("version", .integer(1)), ("object", .string("notification")), ("key", .string(key)),
        ("event", .string(Word(notification.event.rawValue).lowerCamelCased)),
        ("person", .string(person.id.rawValue)), ("name", .string(person.name)),
        ("mail", text(person.mail)), ("text", .string(notification.text)),
        ("count", .integer(Int64(notification.count))),
        ("document", text(notification.document?.rawValue)),
        ("instance", text(notification.instance?.description)),
        ("workItem", text(notification.item?.description)),
        ("element", text(notification.element?.description)), ("step", text(notification.step)),
        ("at", .string(notification.at.iso8601)),
      ]))
  }
}

extension StoredNotification {
  /// The words, and how many more of its group they stand for.
  var wholeText: String { count > 1 ? "\(text) (and \(count - 1) more like it)" : text }
}
