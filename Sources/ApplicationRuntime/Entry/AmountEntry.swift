// Reads an amount as people type it: `12,5`, `180 dkk`, `€ 12.50`, `=3*4.20`.

import Foundation
import Workflow

package enum AmountEntry {
  private static let longest = 200

  /// The amount; in the given currency when none is typed.
  ///
  /// - Throws: when it is no amount, the currency is unknown, or it has more decimals than the
  ///   currency. The result of a formula is rounded to a minor unit, half to even.
  package static func parse(
    _ text: String, default currency: Currency
  ) throws(EntryError) -> Money {
    guard text.unicodeScalars.count <= longest else {
      throw EntryError("An amount has at most \(longest) characters")
    }
    let (amount, named) = try separated(text)
    guard !amount.isEmpty else {
      throw EntryError("Type an amount such as 12.50, 180 DKK or =3*4.20")
    }
    let currency = named ?? currency
    do {
      guard amount.first == "=" else {
        return try Money(parsing: NumberEntry.digits(of: amount), currency: currency)
      }
      let result = try AmountFormula.result(of: amount.dropFirst())
      return try Money(rounding: result, currency: currency)
    } catch let error as MoneyError {
      throw EntryError(error.message)
    } catch let error as EntryError {
      throw error
    } catch {
      throw EntryError("\(EntryError.shown(text)) is not an amount")
    }
  }

  /// The number, and the currency that stands before or after it.
  private static func separated(
    _ text: String
  ) throws(EntryError) -> (amount: String, currency: Currency?) {
    var rest = Substring(text.trimmingCharacters(in: .whitespaces))
    let isFormula = rest.first == "="
    if isFormula { rest = rest.dropFirst() }
    let before = rest.prefix(while: isOfCurrency)
    rest = rest.dropFirst(before.count)
    var after = ""
    while let last = rest.last, isOfCurrency(last) {
      after.insert(last, at: after.startIndex)
      rest = rest.dropLast()
    }
    guard before.isEmpty || after.isEmpty else {
      throw EntryError("\(EntryError.shown(text)) names a currency twice")
    }
    let name = before.isEmpty ? after : String(before)
    let amount = rest.trimmingCharacters(in: .whitespaces)
    return ((isFormula ? "=" : "") + amount, name.isEmpty ? nil : try currency(name))
  }

  private static func isOfCurrency(_ character: Character) -> Bool {
    character.isLetter || character.isCurrencySymbol
  }

  private static func currency(_ name: String) throws(EntryError) -> Currency {
    let code =
      switch name {
      case "€": "EUR"
      case "£": "GBP"
      default: name
      }
    guard let currency = Currency(code: code) else {
      throw EntryError(
        "\(EntryError.shown(name)) is not a currency: use three letters, such as EUR or DKK")
    }
    return currency
  }
}
