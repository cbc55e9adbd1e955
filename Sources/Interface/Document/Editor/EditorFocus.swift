/// What the cursor is on.
enum EditorFocus: Hashable, Sendable {
  /// A header field, by its position among those that are shown.
  case field(Int)

  /// A cell; the line after the last one is the empty line.
  case cell(line: Int, column: Int)

  /// A button of the row above the fields.
  case action(Int)

  /// The line; nil elsewhere.
  var line: Int? {
    if case .cell(let line, _) = self { line } else { nil }
  }
}
