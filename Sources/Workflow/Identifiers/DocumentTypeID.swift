/// Identifies a document type, such as `expense-report`.
public struct DocumentTypeID: Identifier {
  /// The identifier as it is written in files and commands.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
