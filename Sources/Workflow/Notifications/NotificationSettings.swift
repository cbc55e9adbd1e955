/// The transports that an organisation has, beside the list in the program.
public struct NotificationSettings: Hashable, Sendable {
  /// What a transport beside the list runs.
  public struct Transport: Hashable, Sendable {
    /// The program and its arguments; no shell reads them.
    public let arguments: [String]
    /// From whom mails come; for mail only.
    public let sender: String?
    /// The events that it tells people who chose nothing else.
    public let events: Set<NotificationEvent>
    /// After so long it is ended and tried again later.
    public let timeout: Duration
    /// So many run at the same time, at most.
    public let atOnce: Int

    /// A transport.
    public init(
      arguments: [String], sender: String? = nil,
      events: Set<NotificationEvent> = Set(NotificationEvent.allCases),
      timeout: Duration = .seconds(30), atOnce: Int = 2
    ) {
      self.arguments = arguments
      self.sender = sender
      self.events = events
      self.timeout = timeout
      self.atOnce = atOnce
    }
  }

  /// Where `sendmail` is when the file does not say it.
  public static let usualSendmail = "/usr/sbin/sendmail"

  /// The transports by their kind.
  public let transports: [NotificationTransport: Transport]

  /// These transports; none: people are told in the program only.
  public init(_ transports: [NotificationTransport: Transport] = [:]) {
    self.transports = transports
  }

  /// Whether people who chose nothing else are told of an event by a transport.
  public func isUsual(_ event: NotificationEvent, by transport: NotificationTransport) -> Bool {
    transport.isBuiltIn || transports[transport]?.events.contains(event) == true
  }
}
