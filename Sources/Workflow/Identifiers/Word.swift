/// One word in its three spellings: hyphens in YAML and commands, underscores in expressions,
/// lowerCamelCase in JSON.
public struct Word: Hashable, Sendable, CustomStringConvertible {
  /// The spelling that keys records, schemas and attributes: `signing-limit`.
  public let hyphenated: String

  /// Takes any of the three spellings.
  public init(_ anySpelling: String) {
    if anySpelling.utf8.allSatisfy({ $0 != 0x5F && !($0 >= 0x41 && $0 <= 0x5A) }) {
      hyphenated = anySpelling
      return
    }
    var result = ""
    var before: Unicode.Scalar = "-"
    for scalar in anySpelling.unicodeScalars {
      if scalar == "_" {
        result.unicodeScalars.append("-")
      } else if scalar >= "A", scalar <= "Z" {
        let beganWord = before == "-" || before == "_" || (before >= "A" && before <= "Z")
        if !beganWord { result.unicodeScalars.append("-") }
        result.append(String(scalar).lowercased())
      } else {
        result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    hyphenated = result
  }

  /// The spelling of expressions: `signing_limit`.
  public var underscored: String {
    String(hyphenated.map { $0 == "-" ? "_" : $0 })
  }

  /// The spelling of JSON: `signingLimit`.
  public var lowerCamelCased: String {
    var result = ""
    for (index, part) in hyphenated.split(separator: "-").enumerated() {
      result += index == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }
    return result
  }

  public var description: String { hyphenated }
}
