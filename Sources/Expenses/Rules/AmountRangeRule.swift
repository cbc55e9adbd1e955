// An amount is more than zero, and small enough to be added up and posted.

import ApplicationRuntime
import Workflow

/// Amounts out of range are errors.
struct AmountRangeRule: ExpenseRule {
  let name = "amount-range"
  /// In minor units: a thousand lines of it still add up exactly.
  private static let largest: Int64 = 1_000_000_000_000

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    lines.compactMap { line in
      guard let amount = line.amount else { return nil }
      if amount.minorUnits <= 0 {
        return error("the amount must be more than zero", line: line.number, field: "amount")
      }
      let inReport = line.amount(in: context.organization.currency)
      if max(amount.minorUnits, inReport?.minorUnits ?? 0) > Self.largest {
        return error(
          "\(amount) is more than a line may have", line: line.number, field: "amount")
      }
      return nil
    }
  }
}
