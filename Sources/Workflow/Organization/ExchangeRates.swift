import Foundation

/// What other currencies cost in the organisation's own, each rate from a day on.
///
/// In the file: `rates: { DKK: { 2026-01-01: 0.13406, 2026-07-01: 0.13402 } }`.
public struct ExchangeRates: Hashable, Sendable {
  private var byCurrency: [Currency: [(from: Day, rate: Decimal)]] = [:]

  /// No rates.
  public init() {}

  /// Adds the rate that holds from a day on, until the next one.
  public mutating func add(_ rate: Decimal, for currency: Currency, from day: Day) {
    byCurrency[currency, default: []].append((day, rate))
    byCurrency[currency]?.sort { $0.from < $1.from }
  }

  /// What one unit of a currency costs on a day; none before the first rate.
  public func rate(of currency: Currency, on day: Day) -> Decimal? {
    byCurrency[currency]?.last { $0.from <= day }?.rate
  }

  public static func == (left: ExchangeRates, right: ExchangeRates) -> Bool {
    left.byCurrency.keys == right.byCurrency.keys
      && left.byCurrency.allSatisfy { currency, rates in
        right.byCurrency[currency]?.elementsEqual(rates) { $0 == $1 } ?? false
      }
  }

  public func hash(into hasher: inout Hasher) {
    for currency in byCurrency.keys.sorted(by: { $0.code < $1.code }) { hasher.combine(currency) }
  }
}
