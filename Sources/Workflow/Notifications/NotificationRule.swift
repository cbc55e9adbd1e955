/// Who is told of one event, and in which words.
public struct NotificationRule: Sendable {
  /// The event.
  public let event: NotificationEvent
  /// Who is told; nobody, when it is empty.
  public let receivers: [NotificationReceiver]
  /// The words; the usual ones of the event when there are none.
  public let text: LocalizedTemplate?
  /// Where the rule stands.
  public let location: SourceLocation

  /// A rule.
  public init(
    _ event: NotificationEvent, to receivers: [NotificationReceiver],
    text: LocalizedTemplate? = nil, location: SourceLocation = .nowhere
  ) {
    self.event = event
    self.receivers = receivers
    self.text = text
    self.location = location
  }

  /// What a text may name beside the fields of the document, and what it is.
  public static let placeholderTypes: [String: ValueType] = [
    "last-comment": .text, "actor": .text, "element": .text, "step": .text, "workflow": .text,
    "event": .text, "receiver": .text,
  ]
}
