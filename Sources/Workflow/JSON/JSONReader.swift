// A recursive-descent reader over UTF-8 bytes; the depth is bounded, so the stack is too.

struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSON {
    // A byte order mark is what some editors put in front of a text.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw error("nothing may follow the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard position < bytes.count else { throw error("the text ends where a value is expected") }
    switch bytes[position] {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case 0x2D, 0x30...0x39: return try number()
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: throw error("expected a value")
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    try enter()
    var object = JSONObject()
    var seen: Set<String> = []
    skipSpace()
    if take(0x7D) {
      depth -= 1
      return .object(object)
    }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 else {
        throw error("expected a key in double quotes")
      }
      let start = position
      let key = try string()
      guard isNew(key, in: object, &seen) else {
        position = start
        throw error("the key \(quoted(key)) is there twice")
      }
      skipSpace()
      guard take(0x3A) else { throw error("expected `:` after the key") }
      object.append(key, try value())
      skipSpace()
      if take(0x7D) { break }
      guard take(0x2C) else { throw error("expected `,` or `}`") }
    }
    depth -= 1
    return .object(object)
  }

  /// A set is only made for large objects, where looking through all keys would be slow.
  private func isNew(_ key: String, in object: JSONObject, _ seen: inout Set<String>) -> Bool {
    guard object.count >= 16 else { return object[key] == nil }
    if seen.isEmpty { seen = Set(object.keys) }
    return seen.insert(key).inserted
  }

  private mutating func array() throws(JSONError) -> JSON {
    try enter()
    var values: [JSON] = []
    skipSpace()
    if take(0x5D) {
      depth -= 1
      return .array(values)
    }
    while true {
      values.append(try value())
      skipSpace()
      if take(0x5D) { break }
      guard take(0x2C) else { throw error("expected `,` or `]`") }
    }
    depth -= 1
    return .array(values)
  }

  private mutating func enter() throws(JSONError) {
    guard depth < JSON.greatestDepth else {
      throw error("nested more than \(JSON.greatestDepth) deep")
    }
    depth += 1
    position += 1
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count,
      (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw error("expected a value") }
    position += count
    return value
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    _ = take(0x2D)
    var isInteger = true
    let leadingZero = position < bytes.count && bytes[position] == 0x30
    let digits = skipDigits()
    guard digits > 0 else { throw error("expected a digit") }
    guard !leadingZero || digits == 1 else { throw error("a number may not begin with 0") }
    if take(0x2E) {
      isInteger = false
      guard skipDigits() > 0 else { throw error("expected a digit after the point") }
    }
    if take(0x65) || take(0x45) {
      isInteger = false
      if !take(0x2B) { _ = take(0x2D) }
      guard skipDigits() > 0 else { throw error("expected a digit in the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int64(text) { return .integer(integer) }
    return .number(text)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      position += 1
    }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != 0x22,
      bytes[position] != 0x5C
    {
      position += 1
    }
    if position < bytes.count, bytes[position] == 0x22 {
      let text = try text(from: start)
      position += 1
      return text
    }
    return try stringWithEscapes(beginning: text(from: start))
  }

  private mutating func stringWithEscapes(beginning: String) throws(JSONError) -> String {
    var result = beginning
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        position += 1
        return result
      case 0x5C:
        position += 1
        result.unicodeScalars.append(try escape())
      case 0x00..<0x20:
        throw error("a control character in a text must be escaped")
      default:
        let start = position
        while position < bytes.count, bytes[position] >= 0x20, bytes[position] != 0x22,
          bytes[position] != 0x5C
        {
          position += 1
        }
        result += try text(from: start)
      }
    }
    throw error("the text ends inside a string")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard position < bytes.count else { throw error("the text ends inside a string") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22: return "\""
    case 0x5C: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{08}"
    case 0x66: return "\u{0C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: return try unicodeEscape()
    default:
      position -= 1
      throw error("unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(0x5C), take(0x75) else { throw error("half a surrogate pair") }
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("half a surrogate pair") }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw error("expected four hexadecimal digits") }
      result = result << 4 + UInt32(digit)
      position += 1
    }
    return result
  }

  private func text(from start: Int) throws(JSONError) -> String {
    let part = UnsafeBufferPointer(rebasing: bytes[start..<position])
    // Nearly every text; the check of the others is a good deal slower.
    if part.allSatisfy({ $0 < 0x80 }) { return String(decoding: part, as: UTF8.self) }
    guard let text = String(validating: part, as: UTF8.self) else {
      throw error("the text is not UTF-8")
    }
    return text
  }

  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D
        || bytes[position] == 0x09
    {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func error(_ problem: String) -> JSONError {
    var line = 1
    var column = 1
    for byte in bytes[..<min(position, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(problem: problem, line: line, column: column)
  }
}
