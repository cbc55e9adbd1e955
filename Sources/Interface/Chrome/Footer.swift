// The last line: the keys that work here, from the action table.

import ApplicationRuntime
import Screen

struct Footer {
  struct Item {
    let action: PageAction
    let key: String
    let label: String
    let isOn: Bool
    /// Whether it is not for this person at all.
    let isNever: Bool
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

  /// What fits: what is never for this person goes first, then from the right; the help stays. What
  /// is only off now keeps its place, so that nothing jumps.
  func items(width: Int) -> [Item] {
    var items = candidates
    func needed() -> Int { items.reduce(1) { $0 + $1.width + 2 } - 2 }
    if needed() > width - 1 { items.removeAll(where: \.isNever) }
    while needed() > width - 1,
      let index = items.lastIndex(where: { !Self.staying.contains($0.action.name) })
    {
      items.remove(at: index)
    }
    var column = 1
    for index in items.indices {
      items[index].column = column
      column += items[index].width + 2
    }
    return items
  }

  private static let staying: Set<ActionName> = [.help]

  private var candidates: [Item] {
    let actions = state.setup.table.actions(in: state.page.kind).compactMap { action in
      action.footer.map { (action, $0) } ?? (isWayOut(action) ? (action, 9) : nil)
    }.sorted { $0.1 < $1.1 }
    return actions.compactMap { action, _ in
      guard let key = action.keys.first else { return nil }
      let availability = action.availability(state)
      guard availability != .absent else { return nil }
      if !availability.isOn, !couldBeMeant(action) { return nil }
      return Item(
        action: action, key: key.spelling, label: label(of: action), isOn: availability.isOn,
        isNever: availability.isNever)
    }
  }

  /// Where a list is empty, the other pages are what is left to do, and the way back to its rows.
  private func isWayOut(_ action: PageAction) -> Bool {
    guard let list = state.page.list, list.visible.isEmpty else { return false }
    if action.name == .escape { return !list.filter.isEmpty }
    return list.all.isEmpty && [.inbox, .reports, .queue, .people].contains(action.name)
      && action.name.rawValue != state.page.kind.rawValue
  }

  /// Whether an action that is off keeps its place: answers do where the item takes such ones, and
  /// what is done with an object where it is mine, or may come to be.
  private func couldBeMeant(_ action: PageAction) -> Bool {
    switch state.page {
    case .document(let page): return couldBeMeant(action, on: page)
    case .instance(let page): return couldBeMeant(action, on: page)
    case .preferences, .system: return true
    default: break
    }
    guard state.page.list != nil || state.page.kind == .edit else { return false }
    guard action.contexts == PageKind.answers else { return true }
    guard let item = state.page.inbox?.selected?.item, let answer = Self.answer(action) else {
      return false
    }
    return InterfaceState.fits(answer, item)
  }

  private func couldBeMeant(_ action: PageAction, on page: DocumentPage) -> Bool {
    let isMine = page.detail?.document.originator == state.viewer.person
    switch action.name {
    case .submit: return isMine
    case .edit, .delete: return isMine && page.detail?.document.status == .draft
    case .recall: return isMine && page.detail?.document.status != .draft
    default: break
    }
    guard let answer = Self.answer(action), let item = page.availability(of: answer)?.item else {
      return false
    }
    return InterfaceState.fits(answer, item)
  }

  private func couldBeMeant(_ action: PageAction, on page: InstancePage) -> Bool {
    switch action.name {
    case .pointBack, .pointForward, .firstPoint, .live: return true
    default: break
    }
    guard let answer = Self.answer(action), let item = page.availability(of: answer)?.item else {
      return false
    }
    return InterfaceState.fits(answer, item)
  }

  private static func answer(_ action: PageAction) -> Action? {
    Action.allCases.first { WorkflowControl.name(of: $0) == action.name }
  }

  /// The label follows what the key would do now.
  private func label(of action: PageAction) -> String {
    switch action.name {
    case .submit: state.submission.action.verb
    case .pauseJob: state.overview?.settings.isPaused == true ? "continue job" : action.label
    case .activate: state.workflowRow?.isActive == true ? "deactivate" : action.label
    case .back: state.pages.count > 1 ? "back" : "quit"
    case .escape: "no filter"
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
