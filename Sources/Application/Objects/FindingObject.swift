// Something that is wrong or doubtful in a file, as it is written.

import Workflow

struct FindingObject: OutputObject {
  static let object = "finding"
  static let columns = [TextColumn("Finding")]

  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  var json: JSONObject {
    [
      "severity": .string(finding.severity.rawValue), "file": .string(finding.location.file),
      "line": .number(finding.location.line), "column": .number(finding.location.column),
      "message": .string(finding.message), "remedy": .string(finding.remedy),
    ]
  }

  var cells: [String] { [finding.description] }
}
