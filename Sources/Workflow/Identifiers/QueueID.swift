/// Identifies a work item queue of the organisation, such as `budget`.
public struct QueueID: Identifier {
  /// The identifier as it is written in files and commands.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
