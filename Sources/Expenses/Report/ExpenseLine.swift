// A line of a report with its fields as what they are.

import ApplicationRuntime
import Foundation
import Workflow

/// One line, read from its record; what is missing or of another type is nil.
struct ExpenseLine: Sendable {
  /// Its place in the report, from 1.
  let number: Int
  let day: Day?
  let category: String?
  let merchant: String
  let amount: Money?
  let exchangeRate: Decimal?
  let paymentMethod: String?
  let receipts: [String]

  init(_ record: Record, number: Int) {
    self.number = number
    day = record["date"].day
    category = record["category"].text.flatMap { $0.isEmpty ? nil : $0 }
    merchant = record["merchant"].text ?? ""
    amount = record["amount"].money
    exchangeRate = record["exchange-rate"].number
    paymentMethod = record["payment-method"].text.flatMap { $0.isEmpty ? nil : $0 }
    receipts = (record["receipts"].list ?? []).compactMap(\.text).filter { !$0.isEmpty }
  }

  static func lines(of content: DocumentContent) -> [ExpenseLine] {
    content.lines.enumerated().map { ExpenseLine($0.element, number: $0.offset + 1) }
  }

  /// The amount in the reporting currency; nil when it cannot be told.
  func amount(in currency: Currency) -> Money? {
    guard let amount else { return nil }
    if amount.currency == currency { return amount }
    guard let exchangeRate, exchangeRate > 0 else { return nil }
    return try? amount.converted(to: currency, rate: exchangeRate)
  }

  /// The text under which the same line is found again: date, amount and merchant, whatever the
  /// case and the spaces of the merchant. Nil while one of them is missing.
  var fingerprint: String? {
    guard let day, let amount else { return nil }
    let words = merchant.lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let name = words.joined(separator: " ").prefix(100)
    return "\(day.iso8601) \(amount.decimalString) \(amount.currency.code) \(name)"
  }
}

extension [ExpenseLine] {
  /// The sum of the lines that can be told in the currency; nil when it is too large.
  func total(in currency: Currency) -> Money? {
    try? reduce(Money(minorUnits: 0, currency: currency)) { sum, line in
      try sum.adding(line.amount(in: currency) ?? Money(minorUnits: 0, currency: currency))
    }
  }
}
