// The last line: the keys that work here, from the action table.

import ApplicationRuntime
import Screen

struct Footer {
  struct Item {
    let action: PageAction
    let key: String
    let label: String
    let isOn: Bool
    var column = 0

    var width: Int { key.displayWidth + 1 + label.displayWidth }
  }

  let state: InterfaceState

  func draw(in canvas: inout Canvas) {
    if let keys = state.innermostKeys { return draw(keys, in: &canvas) }
    for item in items(width: canvas.columns) {
      canvas.write(item.key, column: item.column, row: 0, style: item.isOn ? .key : .disabled)
      canvas.write(
        item.label, column: item.column + item.key.displayWidth + 1, row: 0,
        style: item.isOn ? .footer : .disabled)
    }
  }

  private func draw(_ keys: [KeyHint], in canvas: inout Canvas) {
    var column = 1
    for hint in keys where column + hint.width < canvas.columns {
      canvas.write(hint.key, column: column, row: 0, style: .key)
      canvas.write(
        hint.label, column: column + hint.key.displayWidth + 1, row: 0, style: .footer)
      column += hint.width + 2
    }
  }

  /// What fits. Actions that are off go first, from the right; the help stays.
  func items(width: Int) -> [Item] {
    var items = candidates
    func needed() -> Int { items.reduce(1) { $0 + $1.width + 2 } - 2 }
    while needed() > width - 1, items.count > 1 {
      if let index = items.dropLast().lastIndex(where: { !$0.isOn }) {
        items.remove(at: index)
      } else {
        items.remove(at: items.count - 2)
      }
    }
    var column = 1
    for index in items.indices {
      items[index].column = column
      column += items[index].width + 2
    }
    return items
  }

  private var candidates: [Item] {
    let actions = state.setup.table.actions(in: state.page.kind).compactMap { action in
      action.footer.map { (action, $0) }
    }.sorted { $0.1 < $1.1 }
    return actions.compactMap { action, _ in
      guard let key = action.keys.first else { return nil }
      let availability = action.availability(state)
      guard availability != .absent else { return nil }
      if !availability.isOn, !couldBeMeant(action) { return nil }
      return Item(
        action: action, key: key.spelling, label: label(of: action), isOn: availability.isOn)
    }
  }

  /// Whether an action that is off keeps its place: answers do where the selected item takes such
  /// ones. An object's own page says what is off in its workflow control, with the reasons.
  private func couldBeMeant(_ action: PageAction) -> Bool {
    guard state.page.list != nil || [.edit, .system].contains(state.page.kind) else { return false }
    guard action.contexts == PageKind.answers else { return true }
    guard let item = state.page.inbox?.selected?.item,
      let answer = Action.allCases.first(where: { WorkflowControl.name(of: $0) == action.name })
    else { return false }
    return InterfaceState.fits(answer, item)
  }

  /// The label follows what the key would do now.
  private func label(of action: PageAction) -> String {
    switch action.name {
    case .submit: state.submission.action.verb
    case .pauseJob: state.overview?.settings.isPaused == true ? "continue job" : action.label
    case .activate: state.workflowRow?.isActive == true ? "deactivate" : action.label
    case .flip: state.page.kind == .instance ? "document" : action.label
    default: action.label
    }
  }
}

extension InterfaceState {
  /// The keys of what lies over the page and takes them all; nil while the page has them.
  fileprivate var innermostKeys: [KeyHint]? {
    if let overlay, overlay.isOverDialogs { return overlay.keys }
    if let dialog { return dialog.keys }
    if let overlay { return overlay.keys }
    guard filterInput != nil else { return nil }
    return [
      KeyHint("Enter", "keep the filter"), KeyHint("Up Down", "select"),
      KeyHint("^P ^N", "used before"), KeyHint("Esc", "no filter"),
    ]
  }
}
