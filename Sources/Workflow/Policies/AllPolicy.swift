/// Everybody must approve; the first rejection rejects.
public struct AllPolicy: CompletionPolicy, Hashable {
  public static let example = "all"

  /// The policy `all`.
  public init() {}

  public static func parse(_ text: String) -> AllPolicy? {
    text == example ? AllPolicy() : nil
  }

  public var description: String { Self.example }

  public func needed(of approvers: Int) -> Int { max(1, approvers) }
}
