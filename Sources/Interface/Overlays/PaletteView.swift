// The palette: actions by name.

import Screen

struct PaletteView {
  let palette: PaletteOverlay
  let state: InterfaceState

  /// What fits the typed text: names that begin with it first, then what other pages have.
  static func matches(
    _ palette: PaletteOverlay, table: ActionTable, state: InterfaceState
  ) -> [PaletteEntry] {
    let search = palette.search.text.foldedForFilter.filter { $0 != " " }
    let here = table.actions(in: palette.context).filter {
      $0.availability(state) != .absent && $0.name != .palette
    }
    let offered =
      here.map { PaletteEntry(action: $0, page: nil) }
      + PaletteEntry.elsewhere(state, than: palette.context)
    let beginning = offered.filter { $0.action.name.rawValue.hasPrefix(search) }
    let others = offered.filter { entry in
      let name = entry.action.name.rawValue
      return !name.hasPrefix(search)
        && (name.contains(search) || entry.action.label.foldedForFilter.contains(search))
    }
    // What would only say why it is off comes last.
    let found = beginning + others
    let isOn = { (entry: PaletteEntry) in
      entry.page == nil && entry.action.availability(state).isOn
    }
    return found.filter(isOn) + found.filter { $0.page == nil && !isOn($0) }
      + found.filter { $0.page != nil }
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

  private func line(_ entry: PaletteEntry) -> StyledText {
    let action = entry.action
    let availability = entry.page == nil ? action.availability(state) : .on
    let keys = action.keys.map(\.spelling).joined(separator: " ")
    let isHere = entry.page == nil && availability.isOn
    var text = StyledText(action.name.rawValue.fitted(to: 17) + " ", isHere ? .emphasis : .disabled)
    text.append(keys.fitted(to: 8) + " ", entry.page == nil ? .key : .disabled)
    if let place = entry.place { text.append(place + ": ", .accent) }
    text.append(availability.reason.map { "off: " + $0 } ?? action.help, .dim)
    return text
  }
}
