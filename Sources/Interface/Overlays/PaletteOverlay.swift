// `:`: any action by its name, with completion.

package struct PaletteOverlay: Hashable, Sendable {
  let context: PageKind
  var search = TextArea()
  var selection = 0
}
