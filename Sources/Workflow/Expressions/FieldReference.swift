/// What an expression or a placeholder names: the hyphenated words of a path, such as `["total"]`,
/// `["document", "reviewed"]`, `["signing-limit"]`.
public struct FieldReference: Hashable, Sendable, CustomStringConvertible {
  /// The hyphenated words, outermost first.
  public let path: [String]

  /// A reference by its hyphenated words.
  public init(_ path: [String]) {
    self.path = path
  }

  /// The path as expressions spell it: `document.cost_center`.
  public var description: String {
    path.map { Word($0).underscored }.joined(separator: ".")
  }
}
