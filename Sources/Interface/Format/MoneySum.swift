// Totals of what is marked: one sum for each currency, never a wrong one.

import Workflow

/// The sums of amounts, by currency.
struct MoneySum: Hashable, Sendable {
  private var sums: [Money] = []
  private var isTooLarge = false

  init(_ amounts: some Sequence<Money>) {
    for amount in amounts { add(amount) }
  }

  /// `412.90 EUR`, `412.90 EUR + 20.00 DKK`; nil for nothing.
  var text: String? {
    if isTooLarge { return "too large to add" }
    return sums.isEmpty ? nil : sums.map(\.description).joined(separator: " + ")
  }

  private mutating func add(_ amount: Money) {
    guard let index = sums.firstIndex(where: { $0.currency == amount.currency }) else {
      sums.append(amount)
      return
    }
    guard let sum = try? sums[index].adding(amount) else {
      isTooLarge = true
      return
    }
    sums[index] = sum
  }
}
