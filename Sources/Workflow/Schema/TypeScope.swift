/// The names that an expression may use, and their types; records nest.
public struct TypeScope: Hashable, Sendable {
  /// The types by hyphenated word.
  public let names: [String: ValueType]

  /// A scope in which nothing is known.
  public static let empty = TypeScope(names: [:])

  /// A scope of these names.
  public init(names: [String: ValueType]) {
    self.names = names
  }

  /// This scope with more names, which hide those of the same word.
  public func adding(_ more: [String: ValueType]) -> TypeScope {
    TypeScope(names: names.merging(more) { _, new in new })
  }

  /// The type of a path such as `["document", "title"]`; none when it leads nowhere.
  public func type(of path: [String]) -> ValueType? {
    guard let first = path.first, var type = names[first] else { return nil }
    for word in path.dropFirst() {
      guard case .record(let fields) = type, let next = fields[word] else { return nil }
      type = next
    }
    return type
  }
}
