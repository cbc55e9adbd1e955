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
  /// The rate that was entered; without one the organisation's of that day counts.
  let exchangeRate: Decimal?
  private let organizationRate: Decimal?
  /// What the line was worth in the reporting currency when it was saved.
  let savedAmount: Money?
  let paymentMethod: String?
  let receipts: [String]
  /// What the amount is made of, where it was divided.
  let items: [ExpenseItem]

  init(_ record: Record, number: Int, rates: ExchangeRates = ExchangeRates()) {
    self.number = number
    day = record["date"].day
    category = record["category"].text.flatMap { $0.isEmpty ? nil : $0 }
    merchant = record["merchant"].text ?? ""
    amount = record["amount"].money
    exchangeRate = record["exchange-rate"].number
    organizationRate = record["date"].day.flatMap { day in
      record["amount"].money.flatMap { rates.rate(of: $0.currency, on: day) }
    }
    savedAmount = record["in-reporting-currency"].money
    paymentMethod = record["payment-method"].text.flatMap { $0.isEmpty ? nil : $0 }
    items = (record["items"].list ?? []).compactMap(\.record).map { ExpenseItem($0) }
    receipts = (record["receipts"].list ?? []).compactMap(\.text).filter { !$0.isEmpty }
  }

  /// What one unit of the amount's currency costs; nil when nothing says it.
  var rate: Decimal? { exchangeRate ?? organizationRate }

  static func lines(
    of content: DocumentContent, rates: ExchangeRates = ExchangeRates()
  ) -> [ExpenseLine] {
    content.lines.enumerated().map {
      ExpenseLine($0.element, number: $0.offset + 1, rates: rates)
    }
  }

  /// The amount in the reporting currency; nil when it cannot be told.
  func amount(in currency: Currency) -> Money? {
    guard let amount else { return nil }
    if amount.currency == currency { return amount }
    guard let rate, rate > 0 else { return nil }
    return try? amount.converted(to: currency, rate: rate)
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
