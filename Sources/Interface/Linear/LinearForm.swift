// Where the linear mode is in a form.

/// A document that is filled in, field by field.
enum LinearForm: Hashable, Sendable {
  /// A field of the header, by its place among those that can be filled in.
  case header(Int)
  /// A line that is there, as a whole.
  case line(Int)
  /// A cell of a line, by its place among the columns that can be filled in.
  case cell(line: Int, column: Int)
}
