// The arithmetic of an amount cell: `3*4.20`, `(12 + 8) / 2`, with `x` and `×` for times.

import Foundation

/// A small parser by recursive descent; depth and length are bounded by its caller and itself.
struct AmountFormula {
  private static let greatestDepth = 16

  private var rest: ArraySlice<Character>
  private var depth = 0

  /// The value of a formula.
  static func result(of text: some StringProtocol) throws(EntryError) -> Decimal {
    var formula = AmountFormula(rest: ArraySlice(text.filter { !$0.isWhitespace }))
    let result = try formula.sum()
    if let next = formula.rest.first {
      throw EntryError("\(EntryError.shown(String(next))) does not belong in a formula")
    }
    guard result.isFinite else { throw EntryError("The result is too large") }
    return result
  }

  private init(rest: ArraySlice<Character>) { self.rest = rest }

  private mutating func sum() throws(EntryError) -> Decimal {
    var result = try product()
    while let sign = take(where: { $0 == "+" || $0 == "-" }) {
      let next = try product()
      result = sign == "+" ? result + next : result - next
    }
    return result
  }

  private mutating func product() throws(EntryError) -> Decimal {
    var result = try factor()
    while let sign = take(where: { "*x×/÷:".contains($0) }) {
      let next = try factor()
      if "*x×".contains(sign) {
        result *= next
      } else {
        guard !next.isZero else { throw EntryError("The formula divides by zero") }
        result /= next
      }
    }
    return result
  }

  private mutating func factor() throws(EntryError) -> Decimal {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else {
      throw EntryError("The formula is nested too deeply")
    }
    if take(where: { $0 == "-" }) != nil { return -(try factor()) }
    if take(where: { $0 == "(" }) != nil {
      let result = try sum()
      guard take(where: { $0 == ")" }) != nil else {
        throw EntryError("The formula lacks a closing parenthesis")
      }
      return result
    }
    let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    guard !number.isEmpty else {
      throw EntryError("The formula lacks a number, as in =3*4.20")
    }
    rest = rest.dropFirst(number.count)
    return try NumberEntry.number(of: String(number))
  }

  private mutating func take(where fits: (Character) -> Bool) -> Character? {
    guard let first = rest.first, fits(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }
}
