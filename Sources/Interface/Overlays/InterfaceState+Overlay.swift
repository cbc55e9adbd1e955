// Keys in help, palette and what else lies over a page.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  mutating func performInOverlay(_ name: ActionName) -> [Effect] {
    if case .items = overlay { return performInItems(name) }
    if name == .escape {
      overlay = nil
      return []
    }
    switch overlay {
    case .help(let help): perform(name, in: help)
    case .palette(let palette): return perform(name, in: palette)
    case .chooser(let chooser): return perform(name, in: chooser)
    case .explanation, .message, .text: return performInText(name)
    case .calendar(let calendar): return perform(name, in: calendar)
    case .files(let picker): return perform(name, in: picker)
    case .items, nil: break
    }
    return []
  }

  private mutating func perform(_ name: ActionName, in help: HelpOverlay) {
    var help = help
    switch name {
    case .up: return scrollOverlay(by: -1)
    case .down: return scrollOverlay(by: 1)
    case .pageUp: return scrollOverlay(by: -10)
    case .pageDown: return scrollOverlay(by: 10)
    case .help:
      overlay = nil
      return
    default: if help.search.perform(name) { help.top = 0 }
    }
    overlay = .help(help)
  }

  private mutating func perform(_ name: ActionName, in palette: PaletteOverlay) -> [Effect] {
    var palette = palette
    let matches = PaletteView.matches(palette, table: setup.table, state: self)
    switch name {
    case .up, .down, .pageUp, .pageDown:
      palette.selection = Self.moved(palette.selection, name, among: matches.count)
    case .nextCell:
      if matches.indices.contains(palette.selection) {
        palette.search.replace(with: matches[palette.selection].action.name.rawValue)
        palette.selection = 0
      }
    case .open:
      overlay = nil
      guard matches.indices.contains(palette.selection) else { return [] }
      return run(matches[palette.selection])
    default:
      if palette.search.perform(name) { palette.selection = 0 }
    }
    overlay = .palette(palette)
    return []
  }

  /// The row that a key of movement goes to from another.
  static func moved(_ selection: Int, _ name: ActionName, among count: Int) -> Int {
    let steps: [ActionName: Int] = [.up: -1, .down: 1, .pageUp: -10, .pageDown: 10]
    return min(max(0, selection + (steps[name] ?? 0)), max(0, count - 1))
  }

  private mutating func perform(_ name: ActionName, in chooser: Chooser) -> [Effect] {
    var chooser = chooser
    switch name {
    case .up, .down, .pageUp, .pageDown:
      chooser.selection = Self.moved(chooser.selection, name, among: chooser.matches.count)
    case .open:
      guard let chosen = chooser.selected else { return [] }
      overlay = nil
      return chooser.taken(&self, chosen)
    case .removeChoice:
      guard let removed = chooser.removed, let chosen = chooser.selected else { return [] }
      chooser.choices?.removeAll { $0 == chosen }
      chooser.selection = min(chooser.selection, max(0, chooser.matches.count - 1))
      overlay = chooser.choices?.isEmpty == true ? nil : .chooser(chooser)
      return removed(&self, chosen)
    default:
      if chooser.search.perform(name) { chooser.selection = 0 }
    }
    overlay = .chooser(chooser)
    return []
  }

  private mutating func performInText(_ name: ActionName) -> [Effect] {
    switch name {
    case .up: scrollOverlay(by: -1)
    case .down: scrollOverlay(by: 1)
    case .pageUp: scrollOverlay(by: -10)
    case .pageDown: scrollOverlay(by: 10)
    case .flip:
      if case .text = overlay { return [] }
      overlay = nil
      return flip()
    case .explain: if case .explanation = overlay { overlay = nil }
    default: break
    }
    return []
  }

  mutating func scrollOverlay(by distance: Int) {
    let width = OverlayBox.inner(size.columns)
    switch overlay {
    case .help(var help):
      let lines = HelpView(help: help, state: self).lines(width: width)
      help.top = scrolled(help.top, by: distance, count: lines.count, searches: true)
      overlay = .help(help)
    case .explanation(var explanation):
      let lines = ExplanationText(context: context).lines(explanation, width: width)
      explanation.top = scrolled(explanation.top, by: distance, count: lines.count)
      overlay = .explanation(explanation)
    case .message(var message):
      let lines = MessageText(message: message.message, context: context).lines(width: width)
      message.top = scrolled(message.top, by: distance, count: lines.count)
      overlay = .message(message)
    case .text(var text):
      text.top = scrolled(text.top, by: distance, count: text.wrapped(to: width).count)
      overlay = .text(text)
    case .files(var picker):
      picker.move(by: distance)
      overlay = .files(picker)
    case .palette, .chooser: _ = performInOverlay(distance < 0 ? .up : .down)
    case .calendar, .items, nil: break
    }
  }

  private func scrolled(
    _ top: Int, by distance: Int, count: Int, searches: Bool = false
  ) -> Int {
    let room = OverlayBox.room(rows: size.rows, searches: searches)
    return min(max(0, top + distance), max(0, count - room))
  }

  mutating func insertInOverlay(_ text: String) {
    switch overlay {
    case .help(var help):
      // The key that opened it closes it, as long as nothing is typed.
      if help.search.isEmpty, text == "?" {
        overlay = nil
        return
      }
      help.search.insert(text)
      help.top = 0
      overlay = .help(help)
    case .palette(var palette):
      palette.search.insert(text)
      palette.selection = 0
      overlay = .palette(palette)
    case .chooser(var chooser):
      chooser.search.insert(text)
      chooser.selection = 0
      overlay = .chooser(chooser)
    case .explanation, .message, .text, .calendar, .files, .items, nil: break
    }
  }

  // MARK: Opening

  mutating func explain() -> [Effect] {
    guard let document = selectedDocument else { return [] }
    overlay = .explanation(ExplanationOverlay(document: document))
    return read(.explanation(document))
  }

  mutating func choosePerson() -> [Effect] {
    if let asked = farewell(to: pages, then: { $0.choosePerson() }) { return asked }
    overlay = .chooser(
      Chooser(title: "Act as", kind: .people) { state, choice in
        let actor = Actor(PersonID(choice.id), impersonatedBy: state.setup.login)
        return state.become(
          Viewer(actor: actor, name: choice.label, isAdministrator: choice.isAdministrator))
      })
    return read(.people)
  }

  mutating func offer(_ people: [PersonChoice]) {
    guard case .chooser(var chooser) = overlay, chooser.kind == .people else { return }
    chooser.choices = people.map {
      Chooser.Choice(
        id: $0.id.rawValue, label: $0.name, note: $0.note, isAdministrator: $0.isAdministrator)
    }
    chooser.selection = chooser.choices?.firstIndex { $0.id == viewer.person.rawValue } ?? 0
    overlay = .chooser(chooser)
  }
}
