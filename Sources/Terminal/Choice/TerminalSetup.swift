import Screen

/// All that ``Terminal`` needs to know to enter the screen.
package struct TerminalSetup: Hashable, Sendable {
  /// The name in terminfo.
  package let terminalType: String

  /// A sentence for the log, where the type is not the one that TERM names.
  package let note: String?

  /// The locale to set.
  package let locale: String
  package let glyphs: Glyphs
  package let theme: Theme
  package let mouse: Bool
}
