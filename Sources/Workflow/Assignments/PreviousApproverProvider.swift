/// The person who approved last in the instance: `{ previous-approver: true }`.
public struct PreviousApproverProvider: Sendable, CustomStringConvertible {
  public static let keyword = "previous-approver"

  /// A provider of the previous approver.
  public init() {}

  public var description: String { "previous approver" }
}
