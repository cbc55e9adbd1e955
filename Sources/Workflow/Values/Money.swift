// Exact amounts of money.

import Foundation

/// An exact amount of money: whole minor units of a currency. Overflow and mixed currencies throw.
///
///     try Money(parsing: "1204.5", currency: .euro).description   // "1,204.50 EUR"
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// The amount in minor units: cents for EUR.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// An amount in minor units.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Reads digits with at most one point, such as `1204.50` or `-3`.
  ///
  /// - Throws: when it is no such number, is too large or has more decimals than the currency.
  public init(parsing text: String, currency: Currency) throws(MoneyError) {
    var bytes = text.utf8[...]
    let isNegative = bytes.first == 0x2D
    if isNegative || bytes.first == 0x2B { bytes.removeFirst() }
    guard let first = bytes.first, first != 0x2E, bytes.count <= 40 else {
      throw .notAnAmount(text)
    }
    var units: Int64 = 0
    var decimals: Int?
    for byte in bytes {
      if byte == 0x2E, decimals == nil {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { throw .notAnAmount(text) }
      if let count = decimals {
        if count >= currency.minorDigits {
          if byte == 0x30 { continue }
          throw .tooPrecise(text, currency)
        }
        decimals = count + 1
      }
      units = try Self.append(digit: Int64(byte - 0x30), to: units)
    }
    guard bytes.last != 0x2E else { throw .notAnAmount(text) }
    for _ in (decimals ?? 0)..<currency.minorDigits { units = try Self.append(digit: 0, to: units) }
    self.init(minorUnits: isNegative ? -units : units, currency: currency)
  }

  private static func append(digit: Int64, to units: Int64) throws(MoneyError) -> Int64 {
    let (product, overflow) = units.multipliedReportingOverflow(by: 10)
    let (sum, overflowOfSum) = product.addingReportingOverflow(digit)
    guard !overflow, !overflowOfSum else { throw .tooLarge }
    return sum
  }

  /// The amount with a point and all digits of the minor unit: `1204.50`.
  public var decimalString: String {
    let (whole, fraction) = parts
    return (minorUnits < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The amount with its thousands grouped and the currency: `1,204.50 EUR`.
  public var description: String {
    let (whole, fraction) = parts
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (minorUnits < 0 ? "-" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
      + " " + currency.code
  }

  private var parts: (whole: String, fraction: String) {
    var digits = String(minorUnits.magnitude)
    let missing = currency.minorDigits + 1 - digits.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    return (
      String(digits.dropLast(currency.minorDigits)), String(digits.suffix(currency.minorDigits))
    )
  }

  /// The amount as a number of whole units: 1204.5.
  public var decimal: Decimal {
    var result = Decimal()
    var units = Decimal(minorUnits)
    // Moves the point only; the digits of an Int64 always fit, so there is no error to look at.
    _ = NSDecimalMultiplyByPowerOf10(&result, &units, Int16(-currency.minorDigits), .plain)
    return result
  }
}
