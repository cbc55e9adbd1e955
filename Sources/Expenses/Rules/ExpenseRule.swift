// What every rule of expense reports is.

import ApplicationRuntime
import Workflow

/// A rule that looks at a report and says what is wrong with it, or worth a warning. A rule is a
/// file of its own, added to the list of ``ExpenseReport``.
protocol ExpenseRule: Sendable {
  /// Its name in findings: "receipt-required".
  var name: String { get }
  /// When it runs.
  var occasions: Set<ValidationOccasion> { get }

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) throws -> [DocumentFinding]
}

extension ExpenseRule {
  var occasions: Set<ValidationOccasion> { [.saved, .submitted] }

  func error(_ message: String, line: Int? = nil, field: String? = nil) -> DocumentFinding {
    DocumentFinding(.error, rule: name, message: message, line: line, field: field)
  }

  func warning(_ message: String, line: Int? = nil, field: String? = nil) -> DocumentFinding {
    DocumentFinding(.warning, rule: name, message: message, line: line, field: field)
  }
}
