// Everything that was told in this session: toasts and errors.

import Workflow

/// The log, the oldest first; it ends somewhere.
package struct MessageLog: Hashable, Sendable {
  static let kept = 500

  package private(set) var entries: [LogEntry] = []
  private var next = 1

  package init() {}

  package var unseenErrors: Int { entries.count { !$0.isSeen } }

  mutating func append(_ kind: Toast.Kind, _ text: String, at time: Timestamp) {
    if let last = entries.last, last.text == text, last.kind == kind {
      entries[entries.count - 1].at = time
      entries[entries.count - 1].count += 1
      entries[entries.count - 1].isSeen = kind != .error
      return
    }
    entries.append(
      LogEntry(number: next, kind: kind, text: text, at: time, isSeen: kind != .error))
    next += 1
    if entries.count > Self.kept { entries.removeFirst(entries.count - Self.kept) }
  }

  /// Somebody cleared it away.
  mutating func markSeen(_ text: String) {
    for index in entries.indices where entries[index].text == text { entries[index].isSeen = true }
  }

  mutating func markAllSeen() {
    for index in entries.indices { entries[index].isSeen = true }
  }
}
