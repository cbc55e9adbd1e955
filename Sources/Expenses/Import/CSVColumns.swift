// Which column of a CSV file holds which field.

import ApplicationRuntime
import Workflow

/// The heading of a file, understood.
struct CSVColumns {
  /// A column that a field takes.
  struct Column {
    let index: Int
    let title: String
    let field: CSVField
  }

  let columns: [Column]
  let ignored: [String]
  let count: Int

  /// - Throws: when a column cannot be told, two hold one field, or the date, category or amount
  ///   has none.
  init(_ heading: CSVRow, mapping: [String: String]) throws(CSVRowError) {
    if let problem = heading.problem { throw CSVRowError(line: heading.line, problem) }
    var columns: [Column] = []
    var ignored: [String] = []
    var problems: [CSVImport.Problem] = []
    func report(_ column: String?, _ reason: String) {
      problems.append(CSVImport.Problem(line: heading.line, column: column, reason: reason))
    }

    var mapped: [String: String] = [:]
    for (column, field) in mapping { mapped[Self.normalized(column)] = field }
    for (index, cell) in heading.cells.enumerated() {
      let title = Self.title(cell)
      let name = Self.normalized(title)
      let target = mapped.removeValue(forKey: name)
      guard let field = CSVField.named(Self.normalized(target ?? name)) else {
        if let target {
          report(title, "there is no field \(EntryError.shown(target))")
        } else if !title.isEmpty {
          ignored.append(title)
        }
        continue
      }
      if let other = columns.first(where: { $0.field == field }) {
        report(title, "holds the same field as the column \(EntryError.shown(other.title))")
      } else {
        columns.append(Column(index: index, title: title, field: field))
      }
    }
    for column in mapped.keys.sorted() {
      report(nil, "there is no column \(EntryError.shown(column))")
    }
    for name in ["date", "category", "amount"]
    where !columns.contains(where: { $0.field.name == name }) {
      report(nil, "there is no column for \(name)")
    }
    guard problems.isEmpty else { throw CSVRowError(problems) }
    self.columns = columns
    self.ignored = ignored
    count = heading.cells.count
  }

  /// A title as it may stand in a message: one short line.
  private static func title(_ cell: String) -> String {
    let scalars = cell.unicodeScalars.prefix(100).filter {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }

  /// "Cost Center", "cost_center" and "costCenter" are one name.
  private static func normalized(_ title: String) -> String {
    Word(String(title.trimmed.map { $0 == " " ? "-" : $0 })).hyphenated
  }
}
