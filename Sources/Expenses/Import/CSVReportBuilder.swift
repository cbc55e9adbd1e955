// Puts the rows of a CSV file together to reports.

import ApplicationRuntime
import Workflow

/// Takes rows one by one; a bad one changes nothing.
struct CSVReportBuilder {
  private(set) var reports: [CSVImport.Report] = []
  private let currency: Currency
  private let dateOrder: CSVImport.DateOrder?
  private var indexOfKey: [String: Int] = [:]
  private var lastKey: String?

  init(currency: Currency, dateOrder: CSVImport.DateOrder?) {
    self.currency = currency
    self.dateOrder = dateOrder
  }

  /// Adds a row to its report.
  mutating func add(_ row: CSVRow, _ columns: CSVColumns) throws(CSVRowError) {
    if let problem = row.problem { throw CSVRowError(line: row.line, problem) }
    let extra = row.cells.dropFirst(columns.count)
    guard row.cells.count >= columns.count, extra.allSatisfy({ $0.trimmed.isEmpty }) else {
      throw CSVRowError(
        line: row.line, "has \(row.cells.count) cells, the heading \(columns.count)")
    }
    var problems: [CSVImport.Problem] = []
    var header = Record()
    var line = Record()
    let key = key(of: row, columns)
    if key == nil {
      problems.append(
        CSVImport.Problem(line: row.line, column: "report", reason: "does not say which report"))
    }
    let currency = value(of: .currency, row, columns).flatMap { $0.isEmpty ? nil : $0 }
    for column in columns.columns {
      let cell = CSVCell(
        row.cells[column.index].trimmed, currency: currency, default: self.currency,
        dateOrder: dateOrder)
      do {
        switch column.field {
        case .report: _ = try cell.value(for: Field("report", .text))
        case .currency: break
        case .header(let field): header[field.name] = try cell.value(for: field)
        case .line(let field): line[field.name] = try cell.value(for: field)
        }
      } catch {
        problems.append(
          CSVImport.Problem(line: row.line, column: column.title, reason: error.message))
      }
    }
    problems += contradictions(header, key: key, line: row.line)
    guard problems.isEmpty, let key else { throw CSVRowError(problems) }
    append(line, header, to: key, sourceLine: row.line)
  }

  /// The report of a row: that of the row above when its cell is empty, good or bad as that was.
  private mutating func key(of row: CSVRow, _ columns: CSVColumns) -> String? {
    guard let cell = value(of: .report, row, columns) else { return "" }
    if !cell.isEmpty { lastKey = cell }
    return lastKey
  }

  private func value(of field: CSVField, _ row: CSVRow, _ columns: CSVColumns) -> String? {
    columns.columns.first { $0.field == field }.map { row.cells[$0.index].trimmed }
  }

  /// Header fields that say something else than an earlier row of the same report.
  private func contradictions(
    _ header: Record, key: String?, line: Int
  ) -> [CSVImport.Problem] {
    guard let key, let index = indexOfKey[key] else { return [] }
    let before = reports[index].content.fields
    return header.compactMap { name, value in
      guard !before[name].isNone, before[name] != value else { return nil }
      return CSVImport.Problem(
        line: line, column: name,
        reason: "\(EntryError.shown(value.display)) contradicts "
          + "\(EntryError.shown(before[name].display)) in an earlier row of this report")
    }
  }

  private mutating func append(
    _ line: Record, _ header: Record, to key: String, sourceLine: Int
  ) {
    let index = indexOfKey[key] ?? reports.count
    if index == reports.count {
      indexOfKey[key] = index
      reports.append(CSVImport.Report(key: key, content: DocumentContent(), sourceLines: []))
    }
    reports[index].content.fields = reports[index].content.fields.merging(header)
    reports[index].content.lines.append(line)
    reports[index].sourceLines.append(sourceLine)
  }
}
