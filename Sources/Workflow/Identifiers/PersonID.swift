/// Identifies one person of the organisation, such as `frank`.
public struct PersonID: Identifier {
  /// The identifier as it is written in files and commands.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
