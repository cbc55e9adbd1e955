// Keys as the key map, the help and the configuration spell them: `^D`, `Enter`, `S-Tab`, `F1`, `a`.

extension Key {
  private static let names: [(key: Key, spelling: String)] = [
    (.space, "Space"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backtab, "S-Tab"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.delete, "Del"),
    (.backspace, "Backspace"), (.insert, "Ins"),
  ]

  private static let functionKeys = 1...12

  /// Reads a spelling; nil when it names no key. Names may be in any case, single characters may not.
  package init?(_ spelling: String) {
    if spelling.count == 1, let character = spelling.first {
      guard spelling.displaySafe == spelling, character != " " else { return nil }
      self = .character(character)
    } else if spelling.count == 2, spelling.first == "^", let letter = spelling.last {
      guard let control = Self.control(named: letter) else { return nil }
      self = control
    } else if let number = Self.functionNumber(spelling) {
      self = .function(number)
    } else {
      let lowercased = spelling.lowercased()
      guard let named = Self.names.first(where: { $0.spelling.lowercased() == lowercased }) else {
        return nil
      }
      self = named.key
    }
  }

  package var spelling: String {
    if let named = Self.names.first(where: { $0.key == self }) { return named.spelling }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .function(let number): "F\(number)"
    default: ""
    }
  }

  private static func control(named letter: Character) -> Key? {
    if letter.isASCII, letter.isLetter { return .control(Character(letter.lowercased())) }
    return "\\]^_@".contains(letter) ? .control(letter) : nil
  }

  private static func functionNumber(_ spelling: String) -> Int? {
    guard spelling.first == "F" || spelling.first == "f" else { return nil }
    guard let number = Int(spelling.dropFirst()), functionKeys.contains(number) else { return nil }
    // "F01" and "F+1" are no spellings of F1.
    return spelling.dropFirst() == String(number) ? number : nil
  }
}
