// Writes JSON as one compact line that is safe to show: control characters are escaped.

extension JSON {
  /// The JSON as one line without spaces.
  public var text: String {
    var result = ""
    result.reserveCapacity(256)
    write(into: &result)
    return result
  }

  /// Appends the JSON as one line without spaces, keys in their order.
  public func write(into output: inout String) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let digits): output += digits
    case .string(let value): Self.write(value, into: &output)
    case .array(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += "," }
        value.write(into: &output)
      }
      output += "]"
    case .object(let object):
      output += "{"
      for (index, member) in object.enumerated() {
        if index > 0 { output += "," }
        Self.write(member.key, into: &output)
        output += ":"
        member.value.write(into: &output)
      }
      output += "}"
    }
  }

  private static func write(_ string: String, into output: inout String) {
    output += "\""
    if string.utf8.allSatisfy({ isPlain($0) }) {
      output += string
    } else {
      for scalar in string.unicodeScalars { write(scalar, into: &output) }
    }
    output += "\""
  }

  /// Whether a byte stands for itself and cannot begin a character that needs an escape:
  /// U+0080 to U+009F begin with C2, the line separators and the direction marks with E2.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
  }

  private static func write(_ scalar: Unicode.Scalar, into output: inout String) {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\r": output += "\\r"
    case "\t": output += "\\t"
    case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: output.unicodeScalars.append(scalar)
    }
  }
}
