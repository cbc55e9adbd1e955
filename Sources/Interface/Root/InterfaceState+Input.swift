// Keys, pastes and the rest of what a terminal sends.

import ApplicationRuntime
import Screen

extension InterfaceState {
  mutating func handle(_ input: InputEvent) -> [Effect] {
    switch input {
    case .resize(let size):
      self.size = size
      _ = page.document?.editor?.handle(.resize(PageLayout(size: size, kind: .edit).content.size))
      if case .items? = overlay { _ = handleInItems(.resize(ItemsView.inner(of: size).size)) }
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
    let context = keyContext
    if context == .edit { return handleInEditor(.key(key)) }
    if let action = setup.table.action(for: key, in: context) {
      return PageKind.verbs.contains(context) ? run(action) : action.perform(&self)
    }
    if PageKind.verbs.contains(context) {
      tell(words(for: key))
      return []
    }
    return key.text.map { type($0) } ?? []
  }

  /// Where a key is pressed: what lies over a page has it before the page.
  package var keyContext: PageKind {
    if let overlay, overlay.isOverDialogs || dialog == nil { return overlay.context }
    if let dialog { return dialog.focusedField == nil ? .buttons : .dialog }
    return filterInput == nil ? page.kind : .filter
  }

  /// An action of what lies over the page.
  mutating func performInput(_ name: ActionName) -> [Effect] {
    switch keyContext {
    case .dialog: return performInField(name)
    case .buttons: return performOnButton(name)
    case .filter: return performInFilter(name)
    case .edit: return performInEditor(name)
    default: return performInOverlay(name)
    }
  }

  /// A key that types text.
  private mutating func type(_ text: String) -> [Effect] {
    switch keyContext {
    case .dialog: insertInDialog(text)
    case .filter: insertInFilter(text)
    case .chooser: insertInOverlay(text)
    case .files: return insertInFiles(text)
    default: break
    }
    return []
  }

  mutating func suspend() -> [Effect] { [.suspend] }

  /// Runs an action of the table, or says why it is off.
  mutating func run(_ action: PageAction) -> [Effect] {
    switch action.availability(self) {
    case .on:
      if let refused = refusal(of: action) {
        tell(refused)
        return []
      }
      dropPassingToasts()
      if let index = hints.firstIndex(of: action.name) { hints.remove(at: index) }
      return action.perform(&self)
    case .off(let reason):
      let asksForPerson = setup.mayActAsOthers && reason.contains("administrator")
      tell(
        "\(action.label.capitalizedFirst): \(reason)",
        hint: asksForPerson ? "@: act as somebody else" : nil)
      return []
    case .absent:
      tell("\(action.label.capitalizedFirst) is not offered here.")
      return []
    }
  }

  /// What is said of a key that does nothing here: no key is silent.
  private func words(for key: Key) -> String {
    let elsewhere = setup.table.actions.filter {
      $0.keys.contains(key) && !$0.contexts.isDisjoint(with: PageKind.verbs)
    }
    guard let action = elsewhere.first else {
      return "\(key.spelling) does nothing here; ? lists the keys."
    }
    let pages = PageKind.allCases.filter { page in
      PageKind.verbs.contains(page)
        && elsewhere.contains { $0.contexts.contains(page) && $0.name == action.name }
    }.map(\.title)
    return "\(key.spelling) \(action.label) is not for this page: \(pages.joined(separator: ", "))."
  }

  private mutating func handlePaste(_ text: String) -> [Effect] {
    if dialogAwaitsFrame { return [] }
    if case .files? = overlay {
      return insertInFiles(text)
    } else if dialog != nil {
      insertInDialog(text)
    } else if case .items? = overlay {
      return handleInEditor(.paste(text))
    } else if overlay != nil {
      insertInOverlay(text)
    } else if filterInput != nil {
      insertInFilter(text)
    } else if page.document?.editor != nil {
      return handleInEditor(.paste(text))
    } else {
      tell("Pasted text has no place here; press / or e first.")
    }
    return []
  }
}
