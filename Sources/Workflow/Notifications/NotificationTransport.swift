/// A way by which a notification reaches a person.
public enum NotificationTransport: String, Hashable, Sendable, CaseIterable {
  /// The list in the program.
  case inApp = "in-app"
  /// The bell, or the desktop notification, of a terminal that shows the program.
  case terminal
  /// A mail, handed to the machine's `sendmail`.
  case mail
  /// A command of the organisation.
  case command

  /// Whether it needs nothing outside the program: it is on for everybody who does not turn it off.
  public var isBuiltIn: Bool { self == .inApp || self == .terminal }
}
