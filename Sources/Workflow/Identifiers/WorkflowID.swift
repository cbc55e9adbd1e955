/// Identifies a workflow over all its versions, such as `expense-approval`.
public struct WorkflowID: Identifier {
  /// The identifier as it is written in files and commands.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
