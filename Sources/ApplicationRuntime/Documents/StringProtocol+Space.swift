// White space in what people type, one meaning for every room.

extension StringProtocol {
  /// Whether nothing but white space stands here.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without white space at its ends.
  package var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
