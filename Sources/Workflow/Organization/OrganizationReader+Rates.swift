// Reads what other currencies cost, from which day on.

import Foundation

extension OrganizationReader {
  mutating func rates() -> ExchangeRates {
    var result = ExchangeRates()
    if let node = mapping.node("rates"), let scalar = node.scalar {
      guard let (text, file) = text(of: scalar.text, at: node.location) else { return result }
      let read = RatesFile.read(text, file: file)
      mapping.add(read.findings)
      return read.rates
    }
    for entry in entries("rates", example: "{ DKK: { 2026-01-01: 0.13406 } }") {
      guard let currency = Currency(code: entry.key) else {
        mapping.error(
          at: entry.keyLocation, "unknown currency \(quoted(entry.key))",
          "Write the three letters of ISO 4217, such as `DKK`")
        continue
      }
      guard let days = entry.value.mapping else {
        mapping.error(
          at: entry.value.location,
          "the rates of \(currency) must be a mapping from days, found \(entry.value.kind)",
          "Write `\(currency): { 2026-01-01: 0.13406 }`")
        continue
      }
      for day in days { read(day, of: currency, into: &result) }
    }
    return result
  }

  private mutating func read(
    _ entry: YAMLEntry, of currency: Currency, into rates: inout ExchangeRates
  ) {
    guard let day = Day(iso8601: entry.key) else {
      mapping.error(
        at: entry.keyLocation, "\(quoted(entry.key)) is not a day",
        "Write the day from which the rate holds, such as `2026-01-01`")
      return
    }
    guard let rate = Decimal(exactly: entry.value.scalar?.text ?? ""), rate > 0 else {
      mapping.error(
        at: entry.value.location, "a rate is a number more than zero",
        "Write what one \(currency) costs, such as `0.13406`")
      return
    }
    rates.add(rate, for: currency, from: day)
  }
}
