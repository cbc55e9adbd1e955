/// More than half must approve; the first rejection rejects.
public struct MajorityPolicy: CompletionPolicy, Hashable {
  public static let example = "majority"

  /// The policy `majority`.
  public init() {}

  public static func parse(_ text: String) -> MajorityPolicy? {
    text == example ? MajorityPolicy() : nil
  }

  public var description: String { Self.example }

  public func needed(of approvers: Int) -> Int { approvers / 2 + 1 }
}
