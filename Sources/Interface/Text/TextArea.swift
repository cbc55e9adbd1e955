// A text that is being typed: a comment, a filter, a command of the palette.

import Screen

/// Text with a cursor. One line, or several.
package struct TextArea: Hashable, Sendable {
  static let longest = 10_000

  let isMultiline: Bool
  private(set) var characters: [Character]
  private(set) var cursor: Int

  package init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    characters = Array(text.prefix(Self.longest))
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Whether there is more in it than blanks.
  package var hasWords: Bool { characters.contains { !$0.isWhitespace } }

  mutating func insert(_ text: String) {
    let clean = text.filter { isMultiline || !$0.isNewline }
    let room = Self.longest - characters.count
    let added = Array(clean.prefix(max(0, room)))
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  mutating func replace(with text: String) { self = TextArea(text, isMultiline: isMultiline) }

  /// Takes in a key with the meaning that it usually has in a field. Returns false for a key that
  /// means nothing here.
  mutating func handle(_ key: Key) -> Bool {
    if let text = key.text {
      insert(text)
      return true
    }
    return ActionTable.standard.action(for: key, in: .dialog).map { perform($0.name) } ?? false
  }

  /// Does an action of text editing. Returns false for one that means nothing here.
  mutating func perform(_ name: ActionName) -> Bool {
    switch name {
    case .open where isMultiline: insert("\n")
    case .deleteBack:
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case .deleteForward: if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .first: cursor = lineStart
    case .last: cursor = lineEnd
    case .up where isMultiline: moveLine(by: -1)
    case .down where isMultiline: moveLine(by: 1)
    case .clearCell:
      characters = []
      cursor = 0
    case .deleteWord: deleteWord()
    default: return false
    }
    return true
  }

  private var lineStart: Int {
    (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  private mutating func moveLine(by distance: Int) {
    let column = cursor - lineStart
    if distance < 0 {
      guard lineStart > 0 else { return }
      cursor = lineStart - 1
    } else {
      guard lineEnd < characters.count else { return }
      cursor = lineEnd + 1
    }
    cursor = min(lineStart + column, lineEnd)
  }

  private mutating func deleteWord() {
    while cursor > 0, characters[cursor - 1].isWhitespace { removeBefore() }
    while cursor > 0, !characters[cursor - 1].isWhitespace { removeBefore() }
  }

  private mutating func removeBefore() {
    cursor -= 1
    characters.remove(at: cursor)
  }
}
