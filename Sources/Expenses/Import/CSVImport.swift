// Reports from a CSV file: every bad row is told, and nothing is lost.

import ApplicationRuntime
import Workflow

/// What a CSV file holds: reports to be made, and the rows that cannot be used.
///
/// A row is a line of a report; the column `report` says of which, an empty cell there means the
/// report of the row above. Columns are known by the names of the fields, and `currency`.
///
/// ```swift
/// let result = CSVImport.parse(bytes, mapping: ["Beleg": "merchant"], currency: .euro)
/// for problem in result.problems { print(problem) }   // line 7, amount: “12,x” is not a number…
/// ```
public struct CSVImport: Sendable {
  /// One report, and where its lines stood.
  public struct Report: Hashable, Sendable {
    /// What stood in the column `report`; empty when there is no such column.
    public let key: String
    public internal(set) var content: DocumentContent
    /// The line of the file for each line of the report.
    public internal(set) var sourceLines: [Int]
  }

  /// Why a row, or the whole file, cannot be used.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The line of the file, from 1.
    public let line: Int
    /// The column by its name in the file; nil for the row as a whole.
    public let column: String?
    public let reason: String

    public var description: String {
      "line \(line)" + (column.map { ", \($0)" } ?? "") + ": " + reason
    }
  }

  /// How a date such as `03/04/2026` is read.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case dayFirst, monthFirst
  }

  /// The largest file that is read: 64 MiB.
  public static let largestFile = 64 << 20

  public internal(set) var reports: [Report] = []
  public internal(set) var problems: [Problem] = []
  /// Columns that no field takes.
  public internal(set) var ignoredColumns: [String] = []
  /// The heading and the rows that could not be used, as they stood: a file to be corrected and
  /// imported by itself. Empty when every row was used.
  public internal(set) var rejected: [UInt8] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - mapping: the field for a column whose name is not that of a field.
  ///   - currency: of amounts without one: the organisation's.
  ///   - dateOrder: decides dates such as `03/04/2026`; without it they are refused.
  public static func parse(
    _ data: some Collection<UInt8>, mapping: [String: String] = [:], currency: Currency,
    dateOrder: DateOrder? = nil
  ) -> CSVImport {
    var result = CSVImport()
    guard data.count <= largestFile else {
      result.problems = [
        Problem(line: 1, column: nil, reason: "the file is larger than 64 MiB: split it")
      ]
      return result
    }
    let bytes = Array(data)
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      result.problems = [
        Problem(line: 1, column: nil, reason: "the file is UTF-16: save it as UTF-8")
      ]
      result.rejected = bytes
      return result
    }
    var reader = CSVReader(bytes)
    var builder = CSVReportBuilder(currency: currency, dateOrder: dateOrder)
    guard let heading = reader.next() else {
      result.problems = [Problem(line: 1, column: nil, reason: "the file is empty")]
      return result
    }
    do {
      let columns = try CSVColumns(heading, mapping: mapping)
      result.ignoredColumns = columns.ignored
      while let row = reader.next() {
        do {
          try builder.add(row, columns)
        } catch {
          result.problems += error.problems
          if result.rejected.isEmpty { result.reject(heading, of: bytes) }
          result.reject(row, of: bytes)
        }
      }
      result.reports = builder.reports
    } catch {
      result.problems = error.problems
      result.rejected = bytes
    }
    return result
  }

  private mutating func reject(_ row: CSVRow, of bytes: [UInt8]) {
    if let last = rejected.last, last != 0x0A, last != 0x0D { rejected.append(0x0A) }
    rejected += bytes[row.bytes]
  }
}

/// The problems of one row, or of the heading.
struct CSVRowError: Error {
  let problems: [CSVImport.Problem]

  init(_ problems: [CSVImport.Problem]) { self.problems = problems }

  init(line: Int, column: String? = nil, _ reason: String) {
    problems = [CSVImport.Problem(line: line, column: column, reason: reason)]
  }
}
