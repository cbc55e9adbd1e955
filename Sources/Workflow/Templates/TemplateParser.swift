// Cuts a text into plain pieces and placeholders.

enum TemplateParser {
  static func pieces(of source: String) throws(ExpressionError) -> [Template.Piece] {
    let bytes = Array(source.utf8)
    var pieces: [Template.Piece] = []
    var text: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x7B || byte == 0x7D else {
        text.append(byte)
        position += 1
        continue
      }
      if position + 1 < bytes.count, bytes[position + 1] == byte {
        text.append(byte)
        position += 2
        continue
      }
      guard byte == 0x7B else {
        throw ExpressionError(.syntax, "`}` without `{`; write `}}` for a brace", at: position)
      }
      guard let end = bytes[position...].firstIndex(of: 0x7D) else {
        throw ExpressionError(.syntax, "`{` without `}`; write `{{` for a brace", at: position)
      }
      if !text.isEmpty {
        pieces.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
      }
      let inner = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
      pieces.append(
        .placeholder(try reference(inner, at: position + 1), offset: position + 1))
      position = end + 1
    }
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
    return pieces
  }

  /// Single spaces, and only between words.
  private static func isSpacedWell(_ name: Substring) -> Bool {
    !name.hasPrefix(" ") && !name.hasSuffix(" ") && !name.contains("  ")
  }

  private static func reference(
    _ text: String, at offset: Int
  ) throws(ExpressionError) -> FieldReference {
    // `{last comment}`, `{last-comment}` and `{last_comment}` are one name.
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    for word in words {
      let isName = word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D || byte == 0x20
      }
      guard !word.isEmpty, isName, Self.isSpacedWell(word), words.count <= 8 else {
        throw ExpressionError(
          .syntax, "a placeholder names a field, such as {document.title}; found \(quoted(text))",
          at: offset)
      }
    }
    return FieldReference(words.map { Word(String($0.map { $0 == " " ? "-" : $0 })).hyphenated })
  }
}
