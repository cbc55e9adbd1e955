/// Why a value from outside does not fit its declared type.
public struct ValueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The keys that lead to the value, outermost first, such as `["lines", "2", "amount"]`.
  public let path: [String]
  /// What is wrong, without the path.
  public let problem: String

  /// A problem with the value at this path.
  public init(path: [String] = [], problem: String) {
    self.path = path
    self.problem = problem
  }

  /// A sentence that a person can act on.
  public var message: String {
    path.isEmpty ? problem : path.joined(separator: ".") + ": " + problem
  }

  public var description: String { message }

  func inside(_ key: String) -> ValueError {
    ValueError(path: [key] + path, problem: problem)
  }
}
