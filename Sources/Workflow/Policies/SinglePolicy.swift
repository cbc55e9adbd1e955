/// The first answer decides. The default.
public struct SinglePolicy: CompletionPolicy, Hashable {
  public static let example = "single"

  /// The policy `single`.
  public init() {}

  public static func parse(_ text: String) -> SinglePolicy? {
    text == example ? SinglePolicy() : nil
  }

  public var description: String { Self.example }

  public func needed(of approvers: Int) -> Int { 1 }
}
