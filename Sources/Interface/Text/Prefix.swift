// Whether a text that is being typed may still become something right.

import ApplicationRuntime
import Foundation
import Workflow

/// Tries what could be typed next. So a cell says what is wrong as soon as nothing right can follow,
/// and is quiet before.
enum Prefix {
  private static let weekdaysAndMonths = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "today", "yesterday", "tomorrow",
  ]

  static func mayBecome(day typed: String, near: Day) -> Bool {
    let text = typed.trimmingCharacters(in: .whitespaces).lowercased()
    if text.isEmpty { return true }
    var tried = continuations(of: text, by: weekdaysAndMonths)
    tried += ["0", "1", "01", "/1", "1/1", "-01", "1-01", "01-01", "-01-01"].map { text + $0 }
    // A year that is begun: 3/3/2, 20.
    tried += ["2026", "026", "26", "6", "0-01-01", "00-01-01"].map { text + $0 }
    return tried.contains { (try? DayEntry.parse($0, near: near)) != nil }
  }

  static func mayBecome(amount typed: String, default currency: Currency) -> Bool {
    let text = typed.trimmingCharacters(in: .whitespaces)
    if text.isEmpty || text.first == "=" { return true }
    var tried = [text, text + "0", text + "1", text + " 1"]
    let letters = String(text.reversed().prefix { $0.isLetter }.reversed())
    if !letters.isEmpty {
      let front = text.dropLast(letters.count)
      tried += codes(beginning: letters.uppercased()).flatMap {
        [front + $0, front + $0 + " 1"]
      }
    }
    return tried.contains { (try? AmountEntry.parse($0, default: currency)) != nil }
  }

  /// The codes of currencies that begin so.
  private static func codes(beginning letters: String) -> [String] {
    guard letters.count <= 3 else { return [] }
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    var codes = [letters]
    while let code = codes.first, code.count < 3 {
      codes = codes.flatMap { begun in alphabet.map { begun + $0 } }
    }
    return codes.filter { Currency(code: $0) != nil }
  }

  static func mayBecome(number typed: String) -> Bool {
    let text = typed.trimmingCharacters(in: .whitespaces)
    return text.isEmpty
      || ["", "0", "1"].contains {
        (try? NumberEntry.number(of: text + $0, ambiguity: .isDecimal)) != nil
      }
  }

  /// The text with its last letters made whole words.
  private static func continuations(of text: String, by words: [String]) -> [String] {
    let letters = String(text.reversed().prefix { $0.isLetter }.reversed())
    guard !letters.isEmpty else { return [text] }
    let front = text.dropLast(letters.count)
    return [text]
      + words.filter { $0.hasPrefix(letters) }.flatMap { [front + $0, "1 " + front + $0] }
  }
}
