// Where a message of the queue stands.

/// The states of a message (SPEC 2). The last two are final.
public enum MessageState: String, Hashable, Sendable, CaseIterable, Codable {
  /// Due: the batch job takes it next.
  case ready
  /// Waiting for its time, or for its retry.
  case waiting
  /// An outside handler runs; no transaction is open.
  case running
  /// Its tries are used up; it stays until the instance is resumed, canceled or recalled.
  case stopped
  case handled
  case discarded

  /// Whether it is still to be handled.
  public var isPending: Bool { self != .handled && self != .discarded }
}
