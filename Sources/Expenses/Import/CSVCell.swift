// Reads one cell of a CSV file as the field that it holds.

import ApplicationRuntime
import Workflow

/// The text of a cell with what is needed to understand it.
struct CSVCell {
  private static let longest = 2000

  let text: String
  let currencyName: String?
  let defaultCurrency: Currency
  let dateOrder: CSVImport.DateOrder?

  init(
    _ text: String, currency: String?, default defaultCurrency: Currency,
    dateOrder: CSVImport.DateOrder?
  ) {
    self.text = text
    self.currencyName = currency
    self.defaultCurrency = defaultCurrency
    self.dateOrder = dateOrder
  }

  /// The value; none for an empty cell that may be empty.
  func value(for field: Field) throws(EntryError) -> Value {
    guard !text.isEmpty else {
      // A report's purpose may stand in its first row only; a line has to say what it is.
      if field.isRequired, field.name != "purpose" { throw EntryError("is missing") }
      return .none
    }
    guard text.unicodeScalars.count <= Self.longest else {
      throw EntryError("has more than \(Self.longest) characters")
    }
    switch field.type {
    case .day: return .day(try CSVDay.parse(text, order: dateOrder))
    case .money: return .money(try money())
    case .number: return .number(try NumberEntry.number(of: text, ambiguity: .isDecimal))
    case .list:
      let parts = try oneLine().split { ",;|".contains($0) }.map(\.trimmed)
      return .list(parts.filter { !$0.isEmpty }.map { .text($0) })
    default:
      guard field.choices.isEmpty else { return .text(try choice(of: field)) }
      return .text(field.name == "comment" ? try clean() : try oneLine())
    }
  }

  private func money() throws(EntryError) -> Money {
    guard text.first != "=" else {
      throw EntryError("is a formula: save the file with its values")
    }
    var currency = defaultCurrency
    if let currencyName {
      guard let named = Currency(code: currencyName) else {
        throw EntryError(
          "the currency \(EntryError.shown(currencyName)) is not one of ISO 4217, such as EUR")
      }
      currency = named
    }
    let money = try AmountEntry.parse(text, default: currency)
    guard currencyName == nil || money.currency == currency else {
      throw EntryError("\(money) contradicts the currency \(currency)")
    }
    guard money.minorUnits > 0 else { throw EntryError("must be more than zero") }
    return money
  }

  private func choice(of field: Field) throws(EntryError) -> String {
    let typed = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }
    guard let choice = field.choices.first(where: { $0.elementsEqual(typed) }) else {
      throw EntryError(
        "\(EntryError.shown(text)) is not among: \(field.choices.joined(separator: ", "))")
    }
    return choice
  }

  /// The text as one line.
  private func oneLine() throws(EntryError) -> String {
    try clean().split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func clean() throws(EntryError) -> String {
    let text = String(text.map { $0 == "\t" ? " " : $0 })
    let hasControls = text.unicodeScalars.contains {
      $0 != "\n" && $0.properties.generalCategory == .control
    }
    guard !hasControls else { throw EntryError("contains control characters") }
    return text
  }
}
