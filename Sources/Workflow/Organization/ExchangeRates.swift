import Foundation

/// What other currencies cost in the organisation's own, each rate from a day on.
///
/// In the file: `rates: { DKK: { 2026-01-01: 0.13406, 2026-07-01: 0.13402 } }`, or the name of a
/// CSV file with the columns date, currency and rate.
public struct ExchangeRates: Hashable, Sendable {
  private var byCurrency: [Currency: [(from: Day, rate: Decimal)]] = [:]

  /// No rates.
  public init() {}

  /// Adds the rate that holds from a day on, until the next one.
  public mutating func add(_ rate: Decimal, for currency: Currency, from day: Day) {
    add([(day, rate)], for: currency)
  }

  /// Adds rates that hold from their days on; many are sorted once.
  mutating func add(_ rates: [(from: Day, rate: Decimal)], for currency: Currency) {
    byCurrency[currency, default: []] += rates
    byCurrency[currency]?.sort { $0.from < $1.from }
  }

  /// All rates by currency, each with the day from which it holds.
  public var all: [(currency: Currency, rates: [(from: Day, rate: Decimal)])] {
    byCurrency.sorted { $0.key.code < $1.key.code }.map { ($0.key, $0.value) }
  }

  /// What one unit of a currency costs on a day; none before the first rate.
  public func rate(of currency: Currency, on day: Day) -> Decimal? {
    guard let rates = byCurrency[currency] else { return nil }
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : rates[low - 1].rate
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
