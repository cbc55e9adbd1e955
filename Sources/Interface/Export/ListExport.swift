// The rows of a list for a file: what is written, and how all of them are come by.

import ApplicationRuntime
import Foundation
import Workflow
import WorkflowRuntime

/// What `E` asks for: the list as it is filtered and sorted, with all its rows.
package struct ListExport: Sendable {
  package enum Format: Hashable, Sendable { case csv, jsonLines }

  /// More rows are left to the commands, which stream.
  static let largest = 100_000

  /// As it was typed; a name alone lies in the folder that the program was started in.
  package let path: String
  package let format: Format
  /// Whether a file that is there is replaced: somebody said so.
  package var overwrites = false
  /// Whether the documents of the rows are written, with all their lines.
  package var isOfDocuments = false
  let page: any PageContent
  let context: PageContext

  package var actor: Actor { context.viewer.actor }

  /// All rows as text. What was not read yet is read now.
  package func written(
    reading: (Reading) throws -> ReadAnswer
  ) rethrows -> (text: String, rows: Int) {
    let rows = try rows(reading: reading)
    let table = ExportTable(
      columns: page.focusedList?.columns.map(\.title) ?? [], fields: page.filterFields)
    let text =
      switch format {
      case .csv: table.csv(rows)
      case .jsonLines: table.jsonLines(rows, of: page.kind.rawValue)
      }
    return (text, rows.count)
  }

  /// The rows that are marked, else all that pass the filter.
  package func rows(reading: (Reading) throws -> ReadAnswer) rethrows -> [ListRow] {
    var page = page
    if let marked = page.focusedList?.markedRows, !marked.isEmpty { return marked }
    if page.focusedList?.reach != nil {
      page.wantAll(Self.largest)
      for wanted in page.readings { page.take(try reading(wanted), for: wanted, context) }
      page.refresh(context)
    }
    return page.focusedList?.visible ?? []
  }

  /// The format that a file's ending names; nil for another ending.
  static func format(of path: String) -> Format? {
    switch (path as NSString).pathExtension.lowercased() {
    case "csv": .csv
    case "jsonl", "json", "ndjson": .jsonLines
    default: nil
    }
  }
}

/// What became of an export.
package enum ExportOutcome: Hashable, Sendable {
  case written(path: String, rows: Int)
  /// Something is there already.
  case exists(path: String)
}
