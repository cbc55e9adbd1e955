/// What `notify` of a workflow or of an element says.
public struct NotificationRules: Sendable {
  /// The rules in the order of the file; of several that name a person for one event, the first
  /// gives the words.
  public let rules: [NotificationRule]

  /// These rules.
  public init(_ rules: [NotificationRule] = []) { self.rules = rules }

  /// The rules of an event; none when the file does not name it, and what is usual holds.
  public func rules(of event: NotificationEvent) -> [NotificationRule]? {
    let found = rules.filter { $0.event == event }
    return found.isEmpty ? nil : found
  }
}
