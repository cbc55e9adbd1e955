/// Where an element stands in its workflow: `checks/budget/check-budget`. Codes as that string.
public struct ElementPath: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// The names of elements and branches from the outermost to the element itself.
  public let components: [String]

  /// The path above all elements.
  public static let root = ElementPath([])

  /// A path of these names; empty names are left out.
  public init(_ components: [String]) {
    self.components = components.filter { !$0.isEmpty }
  }

  /// Reads `checks/budget`; empty parts are left out.
  public init(parsing text: String) {
    components = text.split(separator: "/").map(String.init)
  }

  /// The path of something inside this one.
  public func appending(_ component: String) -> ElementPath {
    ElementPath(components + [component])
  }

  /// The last name; empty for the root.
  public var name: String { components.last ?? "" }

  /// What this path is inside of; none for the root.
  public var parent: ElementPath? {
    components.isEmpty ? nil : ElementPath(Array(components.dropLast()))
  }

  public var description: String { components.joined(separator: "/") }

  public static func < (left: ElementPath, right: ElementPath) -> Bool {
    left.components.lexicographicallyPrecedes(right.components)
  }

  public init(from decoder: any Decoder) throws {
    self.init(parsing: try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
