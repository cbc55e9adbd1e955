// What an import made and what it could not use, as it is written.

import Expenses
import Workflow

struct ImportObject: OutputObject {
  static let object = "import"

  let file: String
  let parsed: CSVImport
  let documents: [DocumentID]

  init(_ work: ReportImport) {
    file = work.file
    parsed = work.parsed
    documents = work.documents
  }

  var json: JSONObject {
    [
      "file": .string(file), "documents": .texts(documents),
      "problems": .array(
        parsed.problems.map {
          ["line": .number($0.line), "column": .text($0.column), "reason": .string($0.reason)]
        }),
      "ignoredColumns": .texts(parsed.ignoredColumns),
    ]
  }

  var lines: [String] {
    documents.isEmpty
      ? ["No reports were made."]
      : [
        "Made " + Words.count(documents.count, "draft") + ": "
          + documents.map(\.description).joined(separator: ", ") + "."
      ]
  }

  /// The result, and in text the problems on standard error.
  func write(to output: CommandOutput) throws -> ExitStatus {
    try output.write(self)
    if output.format == .text {
      for problem in parsed.problems { try output.note("\(file), \(problem)") }
      for column in parsed.ignoredColumns {
        try output.note("\(file): the column “\(column)” is in no field and was left out")
      }
    }
    if parsed.problems.isEmpty { return .done }
    return documents.isEmpty ? .badData : .someFailed
  }
}
