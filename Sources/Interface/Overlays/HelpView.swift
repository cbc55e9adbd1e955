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
    OverlayBox(
      title: "Keys: \(help.context == .edit ? "EDIT" : help.context.title)",
      hint: "\(canvas.glyphs.up)\(canvas.glyphs.down) scroll   Esc closes", search: help.search,
      placeholder: "type a key or a word to filter"
    ).draw(
      lines(width: OverlayBox.inner(canvas.columns)), top: help.top, in: &canvas)
  }

  /// What works on this page, what is off there and why, then what works on every page.
  func lines(width: Int) -> [StyledText] {
    let entries = Self.entries(help, table: state.setup.table, state: state)
    let general = help.context == .edit ? [] : Self.generalNames
    let here = entries.filter { !general.contains($0.name) }
    let groups = [
      ("Here", here.filter { $0.availability(state).isOn }),
      ("Off now", here.filter { !$0.availability(state).isOn }),
      ("On every page", entries.filter { general.contains($0.name) }),
    ]
    var lines: [StyledText] = []
    for (title, actions) in groups where !actions.isEmpty {
      if !lines.isEmpty { lines.append(StyledText()) }
      lines.append(StyledText(title, .heading))
      lines += actions.flatMap { line($0).wrapped(to: width) }
    }
    lines += signs(width: width) + overPages(width: width)
    if help.search.isEmpty { lines += secondTerminal(width: width) }
    guard let first = lines.first else {
      return [StyledText("No key or action has that in it.", .dim)]
    }
    return first.plain.isEmpty ? Array(lines.dropFirst()) : lines
  }

  /// The keys of what lies over a page, each place by itself.
  private func overPages(width: Int) -> [StyledText] {
    PageKind.overPages.flatMap { place -> [StyledText] in
      var help = HelpOverlay(context: place)
      help.search = self.help.search
      let entries = Self.entries(help, table: state.setup.table, state: state).filter {
        !Self.generalNames.contains($0.name) || $0.contexts.isDisjoint(with: PageKind.verbs)
      }
      guard !entries.isEmpty else { return [] }
      return [StyledText(), StyledText(place.title, .heading)]
        + entries.flatMap { line($0).wrapped(to: width) }
    }
  }

  /// What the signs of the page mean; what is typed filters them too.
  private func signs(width: Int) -> [StyledText] {
    let words = help.search.text.foldedForFilter.split(separator: " ")
    let found = Signs.shown(on: help.context).filter { entry in
      let text = "\(entry.sign) \(entry.meaning)".foldedForFilter
      return words.allSatisfy { text.contains($0) }
    }
    guard !found.isEmpty else { return [] }
    return [StyledText(), StyledText("Signs", .heading)]
      + found.flatMap { entry in
        (StyledText("  " + entry.sign.fitted(to: 10), .accent) + StyledText(entry.meaning))
          .wrapped(to: width)
      }
  }

  private static let generalNames = Set(
    (ActionTable.generalActions + ActionTable.movementActions).map(\.name) + PageTabs.names)

  private func secondTerminal(width: Int) -> [StyledText] {
    guard let command = state.setup.secondTerminalCommand,
      [.inbox, .queue, .system].contains(help.context)
    else { return [] }
    return [StyledText(), StyledText("In a second terminal", .heading)]
      + command.wrapped(to: width - 2).map { StyledText("  " + $0) }
  }

  private func line(_ action: PageAction) -> StyledText {
    // Without a key the palette runs it.
    let keys = action.keys.isEmpty ? ":" : action.keys.map(\.spelling).joined(separator: " ")
    let availability = action.availability(state)
    let name = action.name.rawValue.fitted(to: 15) + " "
    guard let reason = availability.reason else {
      return StyledText("  " + keys.fitted(to: 8) + " ", .key) + StyledText(name, .emphasis)
        + StyledText(action.help)
    }
    return StyledText("  " + keys.fitted(to: 8) + " " + name, .disabled) + StyledText(reason, .dim)
  }
}
