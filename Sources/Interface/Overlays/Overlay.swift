// What lies over a page without asking anything.

/// The overlays. Esc closes each of them.
package enum Overlay: Sendable {
  case help(HelpOverlay)
  case palette(PaletteOverlay)
  case chooser(Chooser)
  case explanation(ExplanationOverlay)
  case message(MessageOverlay)
}
