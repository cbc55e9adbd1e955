// A receipt is required over a limit; looked at whenever a line is saved.

import ApplicationRuntime
import Workflow

/// A line over the limit without a receipt is worth a warning.
struct ReceiptRequiredRule: ExpenseRule {
  let name = "receipt-required"
  /// In whole units of the reporting currency.
  let limit: Int

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) throws -> [DocumentFinding] {
    let currency = context.organization.currency
    let limit = try Money(parsing: String(limit), currency: currency)
    return lines.compactMap { line in
      let category = line.category.flatMap { ExpenseCategory(rawValue: $0) }
      guard line.receipts.isEmpty, category?.hasReceipts != false,
        let amount = line.amount(in: currency), amount.minorUnits > limit.minorUnits
      else { return nil }
      return warning(
        "a receipt is required over \(limit)", line: line.number, field: "receipts")
    }
  }
}
