// The items of a line add up to its amount (SPEC 12).

import ApplicationRuntime
import Workflow

/// Items that are incomplete, or do not add up, are errors.
struct ItemizationRule: ExpenseRule {
  let name = "itemization"

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    lines.filter { !$0.items.isEmpty }.compactMap { line in
      problem(of: line).map { error($0, line: line.number, field: "amount") }
    }
  }

  private func problem(of line: ExpenseLine) -> String? {
    guard let amount = line.amount else { return nil }
    let known = DocumentSchema.expenseReport.lineField(named: "category")?.choices ?? []
    for (index, item) in line.items.enumerated() {
      let name = item.title.isEmpty ? "item \(index + 1)" : "item “\(item.title)”"
      guard let part = item.amount else { return "\(name) needs an amount" }
      if part.currency != amount.currency {
        return "\(name) must be in \(amount.currency), as the line is"
      }
      if part.minorUnits == 0 { return "\(name) needs an amount" }
      if let category = item.category, !known.contains(category) {
        return "\(name): the category must be one of: \(known.joined(separator: ", "))"
      }
    }
    guard let sum = line.items.sum(in: amount.currency) else {
      return "the items come to more than a line may have"
    }
    guard sum != amount, let rest = try? amount.subtracting(sum) else { return nil }
    guard rest.minorUnits < 0 else {
      return "the items come to \(sum), \(rest) are left of \(amount)"
    }
    let over = (try? sum.subtracting(amount)) ?? rest
    return "the items come to \(sum), \(over) more than \(amount)"
  }
}
