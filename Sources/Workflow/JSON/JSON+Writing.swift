// Writes JSON as one compact line that is safe to show: control characters are escaped.

extension JSON {
  /// The JSON as one line without spaces.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The JSON as one line without spaces, in UTF-8.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(256)
    write(into: &result)
    return result
  }

  /// Appends the JSON as one line without spaces, keys in their order.
  public func write(into output: inout [UInt8]) {
    switch self {
    case .null: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .integer(let value): output.append(digitsOf: value)
    case .number(let digits): output.append(contentsOf: digits.utf8)
    case .string(let value): output.append(quoted: value)
    case .array(let values):
      output.append(Self.openBracket)
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(Self.comma) }
        value.write(into: &output)
      }
      output.append(Self.closeBracket)
    case .object(let object):
      output.append(Self.openBrace)
      for (index, member) in object.enumerated() {
        if index > 0 { output.append(Self.comma) }
        output.append(quoted: member.key)
        output.append(Self.colon)
        member.value.write(into: &output)
      }
      output.append(Self.closeBrace)
    }
  }

  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")
  private static let colon = UInt8(ascii: ":")
  private static let openBracket = UInt8(ascii: "[")
  private static let closeBracket = UInt8(ascii: "]")
  private static let openBrace = UInt8(ascii: "{")
  private static let closeBrace = UInt8(ascii: "}")
}

/// Bytes, because a string checks at each addition whether it is still text.
extension [UInt8] {
  fileprivate mutating func append(_ word: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  fileprivate mutating func append(digitsOf number: Int64) {
    // As many as the longest has, with its sign; they are found from the last one.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = number.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  fileprivate mutating func append(quoted string: String) {
    append(JSON.quote)
    var string = string
    string.withUTF8 { text in
      if text.allSatisfy({ $0.isPlain }) {
        append(contentsOf: text)
      } else {
        append(escaped: text)
      }
    }
    append(JSON.quote)
  }

  private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      let next = position + 1 < text.count ? text[position + 1] : 0
      let third = position + 2 < text.count ? text[position + 2] : 0
      position += 1
      switch (byte, next, third) {
      case (JSON.quote, _, _), (JSON.backslash, _, _):
        append(JSON.backslash)
        append(byte)
      case (0x0A, _, _): append("\\n")
      case (0x0D, _, _): append("\\r")
      case (0x09, _, _): append("\\t")
      case (0x00...0x1F, _, _), (0x7F, _, _): append(escapeOf: UInt16(byte))
      case (0xC2, 0x80...0x9F, _):
        append(escapeOf: UInt16(next))
        position += 1
      case (0xE2, 0x80, 0xA8...0xA9):
        append(escapeOf: 0x2000 + UInt16(third & 0x3F))
        position += 2
      default: append(byte)
      }
    }
  }

  private mutating func append(escapeOf codeUnit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(codeUnit >> shift & 0xF)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

extension UInt8 {
  /// Whether a byte stands for itself and cannot begin a character that needs an escape:
  /// U+0080 to U+009F begin with C2, the line separators with E2.
  fileprivate var isPlain: Bool {
    self >= 0x20 && self != 0x22 && self != 0x5C && self != 0x7F && self != 0xC2 && self != 0xE2
  }
}
