// The same expense is paid once: same date, amount and merchant, here or in another report.

import ApplicationRuntime
import Workflow

/// A line that is there twice is worth a warning: two coffees on one day do happen.
struct DuplicateLineRule: ExpenseRule {
  let name = "duplicate-line"
  let occasions: Set<ValidationOccasion> = [.submitted]
  /// How many other reports a warning names.
  private static let mostNamed = 3

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) throws -> [DocumentFinding] {
    var findings: [DocumentFinding] = []
    var firstLine: [String: Int] = [:]
    for line in lines {
      guard let fingerprint = line.fingerprint else { continue }
      if let first = firstLine[fingerprint] {
        findings.append(
          warning(
            "same date, amount and merchant as line \(first)", line: line.number,
            field: "amount"))
        continue
      }
      firstLine[fingerprint] = line.number
      let others = try context.otherDocuments(withFingerprint: fingerprint)
      guard !others.isEmpty else { continue }
      let names = others.prefix(Self.mostNamed).map(\.rawValue).joined(separator: ", ")
      let more = others.count > Self.mostNamed ? " and others" : ""
      findings.append(
        warning(
          "same date, amount and merchant as in \(names)\(more)", line: line.number,
          field: "amount"))
    }
    return findings
  }
}
