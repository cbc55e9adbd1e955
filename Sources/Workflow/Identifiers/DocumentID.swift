/// Identifies one document, such as `TRIP-7`: the caller's own or made by the store.
public struct DocumentID: Identifier {
  /// The identifier as it is written in files and commands.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
