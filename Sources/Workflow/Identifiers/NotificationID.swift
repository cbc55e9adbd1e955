/// Identifies one notification; prints as `N-000007`.
public struct NotificationID: NumberedIdentifier {
  public static let prefix = "N"
  public let number: Int64

  public init(_ number: Int64) { self.number = number }
}
