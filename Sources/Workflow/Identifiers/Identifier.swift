/// A name that people chose for something: a person, a group, a workflow. Codes as a plain string.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
  /// Takes the text as it is; whether it names anything is for the organisation or the store to say.
  init(_ rawValue: String)
}

extension Identifier {
  public init(rawValue: String) { self.init(rawValue) }
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
