import ApplicationRuntime
import Workflow

/// All that has been entered: what an undo goes back to.
struct EditorSheet: Hashable, Sendable {
  var header: EditorRecord
  var lines: [EditorRecord]

  init(_ content: DocumentContent) {
    header = EditorRecord(content.fields)
    lines = content.lines.map { EditorRecord($0) }
  }

  /// What is to be stored. A line without anything in it is not a line yet.
  var content: DocumentContent {
    DocumentContent(
      fields: header.stored, lines: filledLines.map { lines[$0].stored })
  }

  /// The lines that are stored, in order; findings count these.
  var filledLines: [Int] { lines.indices.filter { !lines[$0].isEmpty } }

  /// The header or the line of a place; an empty one for the line that is not there yet.
  func record(at place: EditorPlace) -> EditorRecord {
    guard let line = place.line else { return header }
    return lines.indices.contains(line) ? lines[line] : EditorRecord()
  }

  func value(at place: EditorPlace) -> Value { record(at: place).values[place.name] }
  func unread(at place: EditorPlace) -> String? { record(at: place).unread[place.name] }

  /// Sets what a place holds. What was calculated from it is void until the engine says it anew.
  mutating func put(
    _ value: Value, unread: String? = nil, at place: EditorPlace, voiding calculated: [String]
  ) {
    var record = record(at: place)
    guard record.values[place.name] != value || record.unread[place.name] != unread else { return }
    record.values[place.name] = value
    record.unread[place.name] = unread
    record.offered.remove(place.name)
    for name in calculated { record.values[name] = .none }
    guard let line = place.line else {
      header = record
      return
    }
    if line == lines.count { lines.append(record) }
    if lines.indices.contains(line) { lines[line] = record }
  }

  /// Puts what was offered into a cell. It makes no line of an empty one.
  mutating func take(offered value: Value, at place: EditorPlace, voiding calculated: [String]) {
    let wasEmpty = record(at: place).isEmpty
    put(value, at: place, voiding: calculated)
    guard wasEmpty, let line = place.line, lines.indices.contains(line) else { return }
    lines[line].offered.insert(place.name)
  }
}
