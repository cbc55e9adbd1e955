// The words and signs of an expression, and how its text is cut into them.

struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    case number(String)
    case word(String)
    case text(String)
    case day(Day)
    case sign(String)
    case end
  }

  let kind: Kind
  let offset: Int

  /// The token as a message shows it.
  var shown: String {
    switch kind {
    case .number(let digits): quoted(digits)
    case .word(let word): quoted(word)
    case .text: "a text"
    case .day(let day): quoted(day.iso8601)
    case .sign(let sign): quoted(sign)
    case .end: "the end"
    }
  }

  /// Cuts a source into tokens; the last one is always `end`.
  static func tokens(of source: String) throws(ExpressionError) -> [ExpressionToken] {
    let bytes = Array(source.utf8)
    var tokens: [ExpressionToken] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        position += 1
        continue
      }
      let (kind, end) = try token(in: bytes, at: position)
      tokens.append(ExpressionToken(kind: kind, offset: position))
      position = end
    }
    tokens.append(ExpressionToken(kind: .end, offset: bytes.count))
    return tokens
  }

  private static func token(
    in bytes: [UInt8], at start: Int
  ) throws(ExpressionError) -> (Kind, end: Int) {
    let byte = bytes[start]
    switch byte {
    case 0x30...0x39: return try numberOrDay(in: bytes, at: start)
    case 0x41...0x5A, 0x5F, 0x61...0x7A:
      let end = bytes[start...].firstIndex { !isWordByte($0) } ?? bytes.count
      return (.word(String(decoding: bytes[start..<end], as: UTF8.self)), end)
    case 0x22, 0x27:
      guard let end = bytes[(start + 1)...].firstIndex(of: byte) else {
        throw ExpressionError(.syntax, "the text that begins here has no closing quote", at: start)
      }
      return (.text(String(decoding: bytes[(start + 1)..<end], as: UTF8.self)), end + 1)
    default: return try sign(in: bytes, at: start)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || isDigit(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `2026-03-01` without spaces is a day, never a subtraction.
  private static func numberOrDay(
    in bytes: [UInt8], at start: Int
  ) throws(ExpressionError) -> (Kind, end: Int) {
    let shape = bytes[start...].prefix(10).map { isDigit($0) ? 0x30 : $0 }
    if shape == Array("0000-00-00".utf8) {
      let text = String(decoding: bytes[start..<start + 10], as: UTF8.self)
      guard let day = Day(iso8601: text) else {
        throw ExpressionError(.syntax, "\(quoted(text)) is not a day of the calendar", at: start)
      }
      return (.day(day), start + 10)
    }
    var end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    if end + 1 < bytes.count, bytes[end] == 0x2E, isDigit(bytes[end + 1]) {
      end = bytes[(end + 1)...].firstIndex { !isDigit($0) } ?? bytes.count
    }
    return (.number(String(decoding: bytes[start..<end], as: UTF8.self)), end)
  }

  private static func sign(
    in bytes: [UInt8], at start: Int
  ) throws(ExpressionError) -> (Kind, end: Int) {
    let two = String(decoding: bytes[start...].prefix(2), as: UTF8.self)
    if ["==", "!=", "<=", ">="].contains(two) { return (.sign(two), start + 2) }
    let one = String(decoding: bytes[start...].prefix(1), as: UTF8.self)
    if "<>()[],.+-*/".utf8.contains(bytes[start]) { return (.sign(one), start + 1) }
    if let remedy = ["=": "==", "&": "and", "|": "or", "!": "not", "≠": "!="][one] {
      throw ExpressionError(
        .syntax, "\(quoted(one)) means nothing here; write `\(remedy)`", at: start)
    }
    let rest = String(decoding: bytes[start...].prefix(4), as: UTF8.self)
    throw ExpressionError(
      .syntax, "\(quoted(String(rest.prefix(1)))) means nothing in an expression", at: start)
  }
}
