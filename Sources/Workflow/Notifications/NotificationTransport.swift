/// A way by which a notification reaches a person.
public enum NotificationTransport: String, Hashable, Sendable, CaseIterable {
  /// The list in the program.
  case inApp = "in-app"
  /// A mail, handed to the machine's `sendmail`.
  case mail
  /// A command of the organisation.
  case command
}
