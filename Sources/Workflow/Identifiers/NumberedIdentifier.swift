/// An identifier that the store counts: prints as `I-000007`, codes as the integer.
public protocol NumberedIdentifier: Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The letter before the number, such as `I`.
  static var prefix: String { get }
  /// The number that the store gave.
  var number: Int64 { get }
  /// The identifier with this number.
  init(_ number: Int64)
}

extension NumberedIdentifier {
  /// Reads `I-000007`, `i-7`; nothing else.
  public init?(parsing text: String) {
    guard text.utf8.count <= 32, let dash = text.firstIndex(of: "-"),
      text[..<dash].lowercased() == Self.prefix.lowercased()
    else { return nil }
    let digits = text[text.index(after: dash)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int64(digits)
    else { return nil }
    self.init(number)
  }

  public var description: String {
    let digits = String(number)
    return Self.prefix + "-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
