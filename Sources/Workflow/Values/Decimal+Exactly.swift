// Reads decimal numbers strictly: `Decimal(string:)` accepts any text that begins with a digit.

import Foundation

extension Decimal {
  /// The number that the text writes out: `12`, `-0.5`, `1.5e3`; none for anything else or when a
  /// digit would be lost.
  public init?(exactly text: String) {
    let bytes = Array(text.utf8.prefix(65))
    guard !bytes.isEmpty, bytes.count <= 64 else { return nil }
    var position = bytes[0] == 0x2D ? 1 : 0
    var digits = 0
    func skipDigits() -> Int {
      let start = position
      while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
        position += 1
      }
      return position - start
    }
    digits = skipDigits()
    guard digits > 0 else { return nil }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      let decimals = skipDigits()
      guard decimals > 0 else { return nil }
      digits += decimals
    }
    if position < bytes.count, bytes[position] == 0x65 || bytes[position] == 0x45 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      let exponent = skipDigits()
      guard exponent > 0, exponent <= 2 else { return nil }
    }
    // 38 digits always fit the mantissa.
    guard position == bytes.count, digits <= 38,
      let number = Decimal(string: text, locale: nil), number.isFinite
    else { return nil }
    self = number
  }
}
