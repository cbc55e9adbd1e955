import CTerminal

/// What the decision asks the system; a value, so that tests answer for the system.
package struct TerminalProbe: Sendable {
  package enum TypeAnswer: Hashable, Sendable {
    case unknown, withoutCursor, usable
  }

  /// What terminfo says about a type.
  package var lookUp: @Sendable (String) -> TypeAnswer

  /// The character set of a locale; nil where it is not installed.
  package var characterSet: @Sendable (String) -> String?

  package init(
    lookUp: @escaping @Sendable (String) -> TypeAnswer,
    characterSet: @escaping @Sendable (String) -> String?
  ) {
    self.lookUp = lookUp
    self.characterSet = characterSet
  }

  package static let system = TerminalProbe(
    lookUp: { type in
      switch terminal_look_up(type) {
      case TERMINAL_TYPE_USABLE: .usable
      case TERMINAL_TYPE_WITHOUT_CURSOR: .withoutCursor
      default: .unknown
      }
    },
    characterSet: { name in
      terminal_set_locale(name).map { String(cString: $0) }
    })
}
