/// One key as a person names it.
package enum Key: Hashable, Sendable {
  /// A key that types this character.
  case character(Character)

  /// A character with Ctrl: a lowercase letter, or one of `\ ] ^ _ @`.
  case control(Character)
  case enter, escape, tab, backtab, up, down, left, right, home, end, pageUp, pageDown
  case delete, backspace, insert

  /// F1 to F12.
  case function(Int)

  package static let space = Key.character(" ")

  /// The text that the key types; nil for a key that types none.
  package var text: String? {
    if case .character(let character) = self { String(character) } else { nil }
  }
}
