import Screen

/// A line of text with a cursor in it, edited by whole characters as a person sees them.
struct TextInput: Hashable, Sendable {
  /// Longer texts are cut; a document is no place for a book.
  static let limit = 10_000

  private(set) var characters: [Character]

  /// How many characters are before the cursor.
  private(set) var cursor: Int

  /// A text with the cursor behind it.
  init(_ text: String = "") {
    characters = Array(Self.oneLine(text).prefix(Self.limit))
    cursor = characters.count
  }

  var text: String { String(characters) }
  var beforeCursor: String { String(characters[..<cursor]) }
  var isAtEnd: Bool { cursor == characters.count }

  /// Puts text in at the cursor. A combining mark joins the character before it.
  mutating func insert(_ text: String) {
    let added = Self.oneLine(text).prefix(max(0, Self.limit - characters.count))
    let before = beforeCursor + added
    let all = Array(before + String(characters[cursor...]))
    cursor = min(before.count, all.count)
    characters = all
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func deleteWord() {
    while cursor > 0, characters[cursor - 1].isWhitespace { deleteBackward() }
    while cursor > 0, !characters[cursor - 1].isWhitespace { deleteBackward() }
  }

  mutating func clear() {
    characters = []
    cursor = 0
  }

  /// What of the text is seen in so many cells, so that the cursor is among them, and where it is.
  func window(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    let before = characters[..<cursor].map { ($0, String($0).displayWidth) }
    var first = before.count
    var used = 0
    // One cell is left for the cursor behind the text.
    while first > 0, used + before[first - 1].1 <= width - 1 {
      first -= 1
      used += before[first].1
    }
    return (String(characters[first...]), used)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
