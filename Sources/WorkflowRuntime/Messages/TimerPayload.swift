// What a message of the type `timerDue` is about.

import Workflow

/// One limit or reminder: which one, and whose.
public struct TimerPayload: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable, Storable {
    /// Those who are asked are reminded; nothing is interrupted.
    case reminder
    /// The limit of a round of people is over.
    case due
    /// The limit of a whole approval is over.
    case elementLimit
    /// The limit of an entry of an escalation path is over.
    case escalation
    /// The whole document, which had been sent back, goes on: the limits of its lines are moved.
    case release
  }

  public let kind: Kind
  /// For whom the escalated item is; nil for a round as a whole.
  public let onBehalfOf: PersonID?
  /// The entry of the escalation path, or the number of the reminder in its list.
  public let entry: Int?
  /// Since when the limits of a line stood still.
  public let since: Timestamp?

  public init(
    _ kind: Kind, onBehalfOf: PersonID? = nil, entry: Int? = nil, since: Timestamp? = nil
  ) {
    self.kind = kind
    self.onBehalfOf = onBehalfOf
    self.entry = entry
    self.since = since
  }
}
