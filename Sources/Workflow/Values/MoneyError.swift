/// Why an amount of money could not be read or computed.
public struct MoneyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of mistake, to be told apart by code.
  public enum Code: Hashable, Sendable {
    case notAnAmount, tooPrecise, tooLarge, currenciesDiffer, unknownCurrency
  }

  /// The kind of mistake.
  public let code: Code
  /// A sentence that a person can act on.
  public let message: String

  public var description: String { message }

  static func notAnAmount(_ text: String) -> MoneyError {
    MoneyError(
      code: .notAnAmount,
      message: "\(quoted(text)) is not an amount; write digits with a point, such as 1204.50")
  }

  static func tooPrecise(_ text: String, _ currency: Currency) -> MoneyError {
    MoneyError(
      code: .tooPrecise,
      message: "\(quoted(text)) has more decimals than \(currency) knows (\(currency.minorDigits))")
  }

  static let tooLarge = MoneyError(code: .tooLarge, message: "The amount is too large")

  static func currenciesDiffer(_ left: Currency, _ right: Currency) -> MoneyError {
    MoneyError(
      code: .currenciesDiffer,
      message: "\(left) and \(right) cannot be mixed; convert one of them first")
  }
}
