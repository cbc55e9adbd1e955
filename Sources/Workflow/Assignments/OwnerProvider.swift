/// The person who keeps the workflow: `{ owner: true }`.
public struct OwnerProvider: Sendable, CustomStringConvertible {
  public static let keyword = "owner"

  /// A provider of the owner.
  public init() {}

  public var description: String { "owner" }
}
