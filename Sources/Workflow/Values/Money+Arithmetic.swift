// Arithmetic on money: exact where it can be, half to even where it must round.

import Foundation

extension Money {
  /// The sum.
  ///
  /// - Throws: when the currencies differ or the sum is too large.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .currenciesDiffer(currency, other.currency) }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !overflow else { throw .tooLarge }
    return Money(minorUnits: sum, currency: currency)
  }

  /// The difference.
  ///
  /// - Throws: when the currencies differ or the difference is too large.
  public func subtracting(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .currenciesDiffer(currency, other.currency) }
    let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
    guard !overflow else { throw .tooLarge }
    return Money(minorUnits: difference, currency: currency)
  }

  /// The product, rounded to a minor unit, half to even.
  public func multiplied(by factor: Decimal) throws(MoneyError) -> Money {
    try Money(rounding: Decimal(minorUnits) * factor, minorUnitsOf: currency)
  }

  /// The amount in another currency; the rate is what one unit of this currency costs there.
  public func converted(to other: Currency, rate: Decimal) throws(MoneyError) -> Money {
    let units =
      Decimal(minorUnits) * rate * Decimal(other.minorUnitsOfOne)
      / Decimal(currency.minorUnitsOfOne)
    return try Money(rounding: units, minorUnitsOf: other)
  }

  /// The amount of so many whole units, rounded to a minor unit, half to even.
  public init(rounding number: Decimal, currency: Currency) throws(MoneyError) {
    try self.init(rounding: number * Decimal(currency.minorUnitsOfOne), minorUnitsOf: currency)
  }

  private init(rounding units: Decimal, minorUnitsOf currency: Currency) throws(MoneyError) {
    guard !units.isNaN else { throw .tooLarge }
    var exact = units
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .bankers)
    // Through the digits: conversions of Decimal to integers wrap silently.
    guard let minorUnits = Int64(rounded.description) else { throw .tooLarge }
    self.init(minorUnits: minorUnits, currency: currency)
  }
}

extension Money: Codable {
  private enum CodingKeys: String, CodingKey {
    case amount, currency
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      parsing: container.decode(String.self, forKey: .amount),
      currency: container.decode(Currency.self, forKey: .currency))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(decimalString, forKey: .amount)
    try container.encode(currency, forKey: .currency)
  }
}
