// Money is spent before it is asked back.

import ApplicationRuntime
import Workflow

/// A date after today is worth a warning: a ticket may be bought early, a year mistyped.
struct FutureDateRule: ExpenseRule {
  let name = "future-date"

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    lines.compactMap { line in
      guard let day = line.day, day > context.today else { return nil }
      return warning("\(day) is in the future", line: line.number, field: "date")
    }
  }
}
