// One thing that was told in this session.

import Workflow

/// A message as the log keeps it.
package struct LogEntry: Hashable, Sendable {
  /// Grows.
  package let number: Int
  package let kind: Toast.Kind
  package let text: String
  package internal(set) var at: Timestamp
  /// How often it was told, one time after the other.
  package internal(set) var count = 1
  /// Whether somebody looked at it; only an error is marked until then.
  package internal(set) var isSeen: Bool
}
