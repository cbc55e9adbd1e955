// What the workflow runtime says when it cannot handle a message.

/// An error of the workflow runtime: a code for programs and a sentence that a person can act on.
public struct RuntimeError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    let name: String

    /// A stored value cannot be read any more.
    public static let unreadable = Code(name: "unreadable")
    /// The message does not fit the state of its instance.
    public static let unexpectedMessage = Code(name: "unexpectedMessage")
    /// The version has no element of that path.
    public static let unknownElement = Code(name: "unknownElement")
    /// An assignment resolved to nobody and has no fallback.
    public static let nobodyAssigned = Code(name: "nobodyAssigned")
    /// A condition could not be evaluated.
    public static let conditionFailed = Code(name: "conditionFailed")
    /// A child cannot be started: no active workflow, or no document.
    public static let noChild = Code(name: "noChild")
    /// The instance cannot go over to another version.
    public static let cannotMigrate = Code(name: "cannotMigrate")
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
