// The palette: actions by name.

import Screen

struct PaletteView {
  let palette: PaletteOverlay
  let state: InterfaceState

  /// What fits the typed text: names that begin with it first.
  static func matches(
    _ palette: PaletteOverlay, table: ActionTable, state: InterfaceState
  ) -> [PageAction] {
    let search = palette.search.text.foldedForFilter.filter { $0 != " " }
    let offered = table.actions(in: palette.context).filter {
      $0.availability(state) != .absent && $0.name != .palette
    }
    let beginning = offered.filter { $0.name.rawValue.hasPrefix(search) }
    let others = offered.filter { action in
      let name = action.name.rawValue
      return !name.hasPrefix(search)
        && (name.contains(search) || action.label.foldedForFilter.contains(search))
    }
    // What would only say why it is off comes last.
    let found = beginning + others
    return found.filter { $0.availability(state).isOn }
      + found.filter { !$0.availability(state).isOn }
  }

  func draw(in canvas: inout Canvas) {
    let matches = Self.matches(palette, table: state.setup.table, state: state)
    let width = OverlayBox.inner(canvas.columns)
    let lines = matches.map { line($0).truncated(to: width) }
    let shown = lines.isEmpty ? [StyledText("No action has that name.", .dim)] : lines
    OverlayBox(
      title: "Action", hint: "Tab completes   Enter runs   Esc closes", search: palette.search,
      placeholder: "type the name of an action", prompt: ":"
    )
    .draw(shown, top: 0, selected: lines.isEmpty ? nil : palette.selection, in: &canvas)
  }

  private func line(_ action: PageAction) -> StyledText {
    let availability = action.availability(state)
    let keys = action.keys.map(\.spelling).joined(separator: " ")
    var text = StyledText(
      action.name.rawValue.fitted(to: 17) + " ", availability.isOn ? .emphasis : .disabled)
    text.append(keys.fitted(to: 8) + " ", .key)
    text.append(availability.reason.map { "off: " + $0 } ?? action.help, .dim)
    return text
  }
}
