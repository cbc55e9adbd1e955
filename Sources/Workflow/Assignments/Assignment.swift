/// Who is asked, and who if that turns out to be nobody.
public struct Assignment: Sendable {
  /// Says who is asked.
  public let provider: any AssignmentProvider
  /// Says who is asked when the provider finds nobody.
  public let fallback: (any AssignmentProvider)?
  /// Where it stands in the file.
  public let location: SourceLocation

  /// An assignment.
  public init(
    provider: any AssignmentProvider, fallback: (any AssignmentProvider)? = nil,
    location: SourceLocation = .nowhere
  ) {
    self.provider = provider
    self.fallback = fallback
    self.location = location
  }
}
