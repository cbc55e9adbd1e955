import Screen

/// All that the linear mode needs to know.
package struct LinearSetup: Hashable, Sendable {
  /// One sentence why it is not the screen.
  package let reason: String
  package let glyphs: Glyphs
  package let isColored: Bool
}
