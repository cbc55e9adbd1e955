import Workflow

/// The header or one line while it is edited: its values, and the texts that are no value yet.
struct EditorRecord: Hashable, Sendable {
  var values = Record()

  /// What was entered and could not be read, by field; it stays in its cell, marked.
  var unread: [String: String] = [:]

  var isEmpty: Bool { values.isEmpty && unread.isEmpty }

  /// Whether there is anything in the field, read or not.
  func holds(_ field: String) -> Bool { !values[field].isNone || unread[field] != nil }
}
