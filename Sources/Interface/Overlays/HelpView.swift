// The help of a page, from the action table.

import Screen

struct HelpView {
  let help: HelpOverlay
  let state: InterfaceState

  /// The actions whose name, key or sentence has what was typed.
  static func entries(
    _ help: HelpOverlay, table: ActionTable, state: InterfaceState
  ) -> [PageAction] {
    let search = help.search.text
    let words = search.foldedForFilter.split(separator: " ")
    return table.actions(in: help.context).filter { action in
      guard action.availability(state) != .absent else { return false }
      // One key typed alone finds what it does, capitals apart.
      if search.count == 1, action.keys.contains(where: { $0.spelling == search }) { return true }
      let keys = action.keys.map(\.spelling).joined(separator: " ")
      let text = "\(action.name.rawValue) \(action.label) \(keys) \(action.help)".foldedForFilter
      return words.allSatisfy { text.contains($0) }
    }
  }

  func draw(in canvas: inout Canvas) {
    let width = OverlayBox.inner(canvas.columns)
    let entries = Self.entries(help, table: state.setup.table, state: state)
    let lines = entries.flatMap { line($0, width: width) }
    let shown = lines.isEmpty ? [StyledText("No key or action has that in it.", .dim)] : lines
    OverlayBox(
      title: "Keys: \(help.context == .edit ? "EDIT" : help.context.title)",
      hint: "type to filter   Esc closes", search: help.search
    ).draw(shown, top: help.top, in: &canvas)
  }

  private func line(_ action: PageAction, width: Int) -> [StyledText] {
    let keys = action.keys.map(\.spelling).joined(separator: " ")
    let availability = action.availability(state)
    var text = StyledText(keys.fitted(to: 8) + " ", availability.isOn ? .key : .disabled)
    text.append(action.name.rawValue.fitted(to: 15) + " ", .emphasis)
    text.append(action.help)
    guard let reason = availability.reason else { return text.wrapped(to: width) }
    let indent = String(repeating: " ", count: 25)
    return text.wrapped(to: width)
      + [StyledText(indent + "off: " + reason, .dim).truncated(to: width)]
  }
}
