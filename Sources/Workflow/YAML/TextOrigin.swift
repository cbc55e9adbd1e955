/// Where a text of a file begins, so that an offset in the text can be told as line and column.
public struct TextOrigin: Hashable, Sendable {
  /// Where the text itself begins, behind an opening quote.
  public let location: SourceLocation
  /// Whether the text stands in the file as it is, on one line; if not, only its start is known.
  let isVerbatim: Bool

  /// The place of an offset in UTF-8 bytes from the start of the text.
  func location(of text: String, at offset: Int) -> SourceLocation {
    guard isVerbatim else { return location }
    let columns = text.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 }
    return location.offset(byColumns: columns)
  }
}
