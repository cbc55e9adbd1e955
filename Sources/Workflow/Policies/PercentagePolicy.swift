/// A percentage must approve, rounded up to whole people; the first rejection rejects.
public struct PercentagePolicy: CompletionPolicy, Hashable {
  public static let example = "60%"

  /// The percentage, 1 to 100.
  public let percentage: Int

  /// The policy of this percentage; none outside 1 to 100.
  public init?(percentage: Int) {
    guard (1...100).contains(percentage) else { return nil }
    self.percentage = percentage
  }

  public static func parse(_ text: String) -> PercentagePolicy? {
    guard text.hasSuffix("%"), text.utf8.count <= 4 else { return nil }
    return Int(text.dropLast()).flatMap { PercentagePolicy(percentage: $0) }
  }

  public var description: String { "\(percentage)%" }

  public func needed(of approvers: Int) -> Int {
    // Dividing first keeps a large number of approvers from overflowing.
    max(1, approvers / 100 * percentage + (approvers % 100 * percentage + 99) / 100)
  }
}
