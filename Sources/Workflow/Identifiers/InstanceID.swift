/// Identifies one instance of a workflow; prints as `I-000007`.
public struct InstanceID: NumberedIdentifier {
  public static let prefix = "I"
  public let number: Int64

  public init(_ number: Int64) { self.number = number }
}
