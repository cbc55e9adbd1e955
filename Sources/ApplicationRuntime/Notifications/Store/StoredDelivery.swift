// A notification on its way to a person by one transport, as a store keeps it.

import Workflow

/// A message of its own: it waits for its turn, and holds up nothing but what follows it to the
/// same person by the same transport.
public struct StoredDelivery: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    case waiting
    /// Its attempt is recorded, and its transport runs, or ran when its process died.
    case running
    case delivered
    /// Given up, for the reason in `error`.
    case failed

    public var isPending: Bool { self == .waiting || self == .running }
  }

  /// Grows; deliveries of a person by a transport go out in this order.
  public let number: Int64
  public let transport: NotificationTransport
  /// What is told, in the words of the time when it happened.
  public var notification: StoredNotification
  public var state: State
  /// Tries so far, the one under way among them.
  public var attempts: Int
  /// Not before then.
  public var dueAt: Timestamp
  public var error: String?
  public var endedAt: Timestamp?

  public init(
    number: Int64, transport: NotificationTransport, notification: StoredNotification,
    state: State = .waiting, attempts: Int = 0, dueAt: Timestamp, error: String? = nil,
    endedAt: Timestamp? = nil
  ) {
    self.number = number
    self.transport = transport
    self.notification = notification
    self.state = state
    self.attempts = attempts
    self.dueAt = dueAt
    self.error = error
    self.endedAt = endedAt
  }

  public var person: PersonID { notification.person }
}
