import ApplicationRuntime
import Workflow

/// The header or one line while it is edited: its values, and the texts that are no value yet.
struct EditorRecord: Hashable, Sendable {
  var values: Record

  /// What was entered and could not be read, by field; it stays in its cell, marked.
  var unread: [String: String]

  /// What was offered and passed by with a key, in a line where nothing was typed.
  var offered: Set<String> = []

  /// A record as it is stored, with the texts that could not be read.
  init(_ stored: Record = Record()) {
    values = stored
    unread = stored.unread
    values.unread = [:]
  }

  /// As it is to be stored.
  var stored: Record {
    var record = values
    record.unread = unread
    return record
  }

  /// Whether nobody put anything in.
  var isEmpty: Bool { unread.isEmpty && values.allSatisfy { offered.contains($0.key) } }

  /// Whether there is anything in the field, read or not.
  func holds(_ field: String) -> Bool { !values[field].isNone || unread[field] != nil }
}
