// What a report must have to be submitted.

import ApplicationRuntime
import Workflow

/// A purpose, at least one line, and the date, category and amount of each.
struct CompletenessRule: ExpenseRule {
  let name = "completeness"
  let occasions: Set<ValidationOccasion> = [.submitted]
  /// More lines than this belong in several reports.
  private static let mostLines = 1000

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    var findings: [DocumentFinding] = []
    if (header["purpose"].text ?? "").allSatisfy(\.isWhitespace) {
      findings.append(error("the report needs a purpose", field: "purpose"))
    }
    if lines.isEmpty { findings.append(error("the report needs at least one line")) }
    if lines.count > Self.mostLines {
      findings.append(
        error("the report has \(lines.count) lines; at most \(Self.mostLines) are taken"))
    }
    for line in lines {
      for (field, isMissing) in [
        ("date", line.day == nil), ("category", line.category == nil),
        ("amount", line.amount == nil),
      ] where isMissing {
        let article = field == "amount" ? "an" : "a"
        findings.append(
          error("needs \(article) \(field)", line: line.number, field: field))
      }
    }
    if let from = header["period-from"].day, let to = header["period-to"].day, to < from {
      findings.append(error("the period ends before it begins", field: "period-to"))
    }
    return findings
  }
}
