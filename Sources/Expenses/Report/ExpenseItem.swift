// A part of a line that is divided: a hotel bill into room, breakfast and parking.

import Workflow

/// One item of an itemized line.
struct ExpenseItem: Sendable {
  static let fields: [String: ValueType] = ["title": .text, "category": .text, "amount": .money]

  let title: String
  /// What it is spent on; nil for that of its line.
  let category: String?
  let amount: Money?

  init(_ record: Record) {
    title = record["title"].text ?? ""
    category = record["category"].text.flatMap { $0.isEmpty ? nil : $0 }
    amount = record["amount"].money
  }
}

extension [ExpenseItem] {
  /// What the items come to; nil where one has no amount, or one in another currency.
  func sum(in currency: Currency) -> Money? {
    var sum = Money(minorUnits: 0, currency: currency)
    for item in self {
      guard let amount = item.amount, amount.currency == currency,
        let next = try? sum.adding(amount)
      else { return nil }
      sum = next
    }
    return sum
  }
}
