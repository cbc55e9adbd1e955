/// Identifies one work item; prints as `W-000007`.
public struct WorkItemID: NumberedIdentifier {
  public static let prefix = "W"
  public let number: Int64

  public init(_ number: Int64) { self.number = number }
}
