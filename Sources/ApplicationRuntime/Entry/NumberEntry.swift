// Reads a number as people write it: with a point or a comma, with or without groups of digits.

import Foundation
import Workflow

package enum NumberEntry {
  /// What one separator before exactly three digits means: `1,204`.
  package enum Ambiguity: Sendable {
    /// Nobody can tell 1204 from 1.204: it is an error.
    case refused
    /// It is the decimal mark, as in an exchange rate.
    case isDecimal
  }

  /// The greatest length that is looked at.
  private static let longest = 60

  /// The number with a point and without groups: `1.204,50` gives `1204.50`.
  ///
  /// - Throws: when it is no number, or could be two.
  package static func digits(
    of text: String, ambiguity: Ambiguity = .refused
  ) throws(EntryError) -> String {
    let mistake = EntryError("\(EntryError.shown(text)) is not a number such as 1204.50")
    var bytes = Array(text.unicodeScalars.prefix(longest + 1))
    guard bytes.count <= longest else { throw mistake }
    var sign = ""
    if let first = bytes.first, first == "-" || first == "+" || first == "\u{2212}" {
      bytes.removeFirst()
      if first != "+" { sign = "-" }
    }
    guard let last = bytes.last, isDigit(last) else { throw mistake }
    let marks = bytes.indices.filter { bytes[$0] == "." || bytes[$0] == "," }
    var decimalMark: Int?
    if let lastMark = marks.last {
      let alike = marks.filter { bytes[$0] == bytes[lastMark] }.count
      if alike == 1 {
        let isOnly = marks.count == 1 && bytes.allSatisfy { isDigit($0) || !isGroupMark($0) }
        if isOnly, ambiguity == .refused { try refuseAmbiguous(bytes, mark: lastMark, text) }
        decimalMark = lastMark
      }
    }
    let whole = bytes[..<(decimalMark ?? bytes.endIndex)]
    let fraction = decimalMark.map { bytes[($0 + 1)...] } ?? []
    guard fraction.allSatisfy(isDigit), let wholeDigits = ungrouped(whole) else { throw mistake }
    var result = sign + (wholeDigits.isEmpty ? "0" : wholeDigits)
    if !fraction.isEmpty {
      result += "."
      result.unicodeScalars.append(contentsOf: fraction)
    }
    return result
  }

  /// The number itself.
  package static func number(
    of text: String, ambiguity: Ambiguity = .refused
  ) throws(EntryError) -> Decimal {
    guard let number = Decimal(exactly: try digits(of: text, ambiguity: ambiguity)) else {
      throw EntryError("\(EntryError.shown(text)) has more digits than can be kept")
    }
    return number
  }

  private static func refuseAmbiguous(
    _ scalars: [Unicode.Scalar], mark: Int, _ text: String
  ) throws(EntryError) {
    let whole = scalars[..<mark]
    guard scalars.count - mark == 4, (1...3).contains(whole.count), whole.first != "0" else {
      return
    }
    let plain = String(String.UnicodeScalarView(whole + scalars[(mark + 1)...]))
    throw EntryError(
      "\(EntryError.shown(text)) can be read in two ways: write \(plain) or \(plain).00, "
        + "or another number of decimals")
  }

  /// The digits of the whole part; nil when its groups are not three digits each with one mark.
  private static func ungrouped(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var result = String.UnicodeScalarView()
    var mark: Unicode.Scalar?
    var inGroup = 0
    for scalar in scalars {
      if isDigit(scalar) {
        result.append(scalar)
        inGroup += 1
        continue
      }
      guard isGroupMark(scalar) || scalar == "." || scalar == ",", mark == nil || mark == scalar,
        mark == nil ? (1...3).contains(inGroup) : inGroup == 3
      else { return nil }
      mark = scalar
      inGroup = 0
    }
    return mark == nil || inGroup == 3 ? String(result) : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "'"
      || scalar == "\u{2019}"
  }
}
