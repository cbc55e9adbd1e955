// Rows that were pasted: cells with tabs, commas or semicolons between them.

/// A pasted table. Cells in quotation marks may hold separators, line ends and doubled marks.
struct PastedRows: Hashable, Sendable {
  /// More rows in one paste are a mistake, or belong into an import.
  static let limit = 1000
  static let columnLimit = 100

  /// The rows that have anything in them.
  private(set) var rows: [[String]] = []

  /// Whether there were more rows than are taken.
  private(set) var isCut = false

  /// The character between the cells; nil when each row is one cell.
  let separator: Character?

  init(_ text: String) {
    // The first line decides: a tab never stands in a cell by accident, a comma may.
    let first = text.prefix { !$0.isNewline }
    separator = ["\t", ";", ","].first { first.contains($0) }
    read(text)
  }

  private mutating func read(_ text: String) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.isEmpty, separator != nil {
        isQuoted = true
      } else if character == separator {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        guard end(&row, &cell) else { return }
      } else {
        cell.append(character)
      }
    }
    _ = end(&row, &cell)
  }

  /// Ends a row; false when no more are taken.
  private mutating func end(_ row: inout [String], _ cell: inout String) -> Bool {
    row.append(cell)
    defer {
      row = []
      cell = ""
    }
    guard row.contains(where: { $0.contains { !$0.isWhitespace } }) else { return true }
    guard rows.count < Self.limit else {
      isCut = true
      return false
    }
    rows.append(Array(row.prefix(Self.columnLimit)))
    return true
  }
}
