// Keys, pastes and the rest of what a terminal sends.

import ApplicationRuntime
import Screen

extension InterfaceState {
  mutating func handle(_ input: InputEvent) -> [Effect] {
    switch input {
    case .resize(let size):
      self.size = size
      _ = page.document?.editor?.handle(.resize(PageLayout(size: size, kind: .edit).content.size))
      return []
    case .key(let key): return handle(key)
    case .paste(let text): return handlePaste(text)
    case .mouse(let mouse): return dialogAwaitsFrame ? [] : handle(mouse)
    case .interrupted: return interrupt()
    case .terminate, .hangup: return quit()
    case .resumed: return [.redraw] + readAll()
    case .wake, .tick, .suspending: return []
    }
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    // Typed before the dialog could be read: it was not meant for it.
    if dialogAwaitsFrame { return key == .control("c") ? interrupt() : [] }
    if let effects = handleAlways(key) { return effects }
    if dialog != nil { return handleInDialog(key) }
    if overlay != nil { return handleInOverlay(key) }
    if filterInput != nil { return handleInFilter(key) }
    if page.document?.editor != nil { return handleInEditor(.key(key)) }
    guard let action = setup.table.action(for: key, in: page.kind) else { return [] }
    return run(action)
  }

  /// Keys that mean the same everywhere, in dialogs too.
  private mutating func handleAlways(_ key: Key) -> [Effect]? {
    switch key {
    case .control("c"):
      // In a dialog or an overlay it closes that first, like Esc.
      if dialog != nil || overlay != nil || filterInput != nil { return nil }
      return page.document?.editor == nil ? nil : interrupt()
    case .control("l"): return [.redraw]
    case .control("z"): return suspend()
    default: return nil
    }
  }

  mutating func suspend() -> [Effect] { [.suspend] }

  /// Runs an action of the table, or says why it is off.
  mutating func run(_ action: PageAction) -> [Effect] {
    switch action.availability(self) {
    case .on:
      dropPassingToasts()
      if let index = hints.firstIndex(of: action.name) { hints.remove(at: index) }
      return action.perform(&self)
    case .off(let reason):
      let asksForPerson = setup.mayActAsOthers && reason.contains("administrator")
      tell(
        "\(action.label.capitalizedFirst): \(reason)",
        hint: asksForPerson ? "@: act as somebody else" : nil)
      return []
    case .absent: return []
    }
  }

  private mutating func handlePaste(_ text: String) -> [Effect] {
    if dialogAwaitsFrame { return [] }
    if dialog != nil {
      insertInDialog(text)
    } else if overlay != nil {
      insertInOverlay(text)
    } else if filterInput != nil {
      filterInput?.insert(text)
      applyFilterInput()
    } else if page.document?.editor != nil {
      return handleInEditor(.paste(text))
    } else {
      tell("Pasted text has no place here; press / or e first.")
    }
    return []
  }
}
