// How long texts may be that come from outside.

import Workflow

/// The longest texts that the engine takes; what is longer is refused with the figure.
public enum TextLimit {
  /// The characters of a text field of a document.
  public static let field = 4_000
  /// The bytes of a comment in UTF-8: 64 KiB.
  public static let comment = 64 * 1024

  /// Refuses a comment that is too long.
  static func check(comment: String?) throws(EngineError) {
    guard let comment, comment.utf8.count > Self.comment else { return }
    throw EngineError(
      .badData,
      "a comment has at most \(Self.comment) bytes; this one has \(comment.utf8.count)")
  }

  /// Refuses content with a text that is too long, naming every field.
  static func check(_ content: DocumentContent) throws(EngineError) {
    var problems = tooLong(in: content.fields)
    for (index, line) in content.lines.enumerated() {
      problems += tooLong(in: line).map { "line \(index + 1), \($0)" }
    }
    guard let first = problems.first else { return }
    throw EngineError(
      .badData, first, details: problems.count > 1 ? Array(problems.prefix(100)) : [])
  }

  private static func tooLong(in record: Record) -> [String] {
    record.compactMap { name, value in
      let length = length(of: value)
      return length > field
        ? "\(name) has \(length) characters; a text has at most \(field)" : nil
    }
  }

  /// Of the longest text in a value.
  private static func length(of value: Value) -> Int {
    switch value {
    // Few bytes are few characters: most texts need not be counted.
    case .text(let text): text.utf8.count <= field ? 0 : text.unicodeScalars.count
    case .list(let values): values.map(length).max() ?? 0
    case .record(let record): record.map { length(of: $0.value) }.max() ?? 0
    default: 0
    }
  }
}
