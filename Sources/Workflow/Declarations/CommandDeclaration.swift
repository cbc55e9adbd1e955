/// A command that a declared type runs for an event or an automated element.
public struct CommandDeclaration: Hashable, Sendable {
  /// The program and its arguments; no shell reads them.
  public let words: [String]
  /// After so long it is ended and counts as failed.
  public let timeout: Duration
  /// How many of it run at the same time in one process.
  public let atOnce: Int
  /// The document's status once it has succeeded, as a hyphenated word.
  public let status: String?

  /// A command.
  public init(
    words: [String], timeout: Duration = .seconds(60), atOnce: Int = 4, status: String? = nil
  ) {
    self.words = words
    self.timeout = timeout
    self.atOnce = atOnce
    self.status = status
  }
}

/// How often, and how long apart, a command that fails is tried again.
public struct RetryDeclaration: Hashable, Sendable {
  public let tries: Int?
  public let firstDelay: Duration?
  public let longestDelay: Duration?
}
