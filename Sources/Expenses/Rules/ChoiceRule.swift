// A field with choices holds one of them.

import ApplicationRuntime
import Workflow

/// A category and a payment method that are not known are errors.
struct ChoiceRule: ExpenseRule {
  let name = "choice"

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    lines.flatMap { line in
      [("category", line.category), ("payment-method", line.paymentMethod)].compactMap {
        field, value in
        let choices = DocumentSchema.expenseReport.lineField(named: field)?.choices ?? []
        guard let value, !choices.contains(value) else { return nil }
        return error(
          "must be one of: \(choices.joined(separator: ", "))", line: line.number, field: field)
      }
    }
  }
}
