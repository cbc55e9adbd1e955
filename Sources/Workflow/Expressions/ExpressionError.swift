/// Why an expression cannot be used or evaluated, and where in it.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of mistake, to be told apart by code.
  public enum Code: Hashable, Sendable {
    case syntax, tooLarge, unknownName, typesDiffer, absentValue, divisionByZero, overflow
    case currenciesDiffer
  }

  /// The kind of mistake.
  public let code: Code
  /// What is wrong and how to mend it, without the place.
  public let message: String
  /// Where: the offset in UTF-8 bytes from the start of the source.
  public let offset: Int

  /// A mistake at an offset of the source.
  public init(_ code: Code, _ message: String, at offset: Int) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  public var description: String { message }
}
