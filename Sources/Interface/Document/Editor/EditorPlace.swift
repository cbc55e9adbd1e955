/// Where a value stands in a document, by the names of its schema.
package enum EditorPlace: Hashable, Sendable {
  case field(String)

  /// A cell of a line; lines count from 0.
  case cell(line: Int, field: String)

  /// The name of the field in the schema.
  var name: String {
    switch self {
    case .field(let name), .cell(_, let name): name
    }
  }

  /// The line; nil in the header.
  var line: Int? {
    if case .cell(let line, _) = self { line } else { nil }
  }
}
