/// Why a text is not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what was expected.
  public let problem: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters of Unicode, from 1.
  public let column: Int

  /// A sentence that a person can act on.
  public var message: String { "line \(line), column \(column): \(problem)" }

  public var description: String { message }
}
