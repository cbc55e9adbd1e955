// Keys in a dialog. The key of the verb that opened it never confirms it.

import ApplicationRuntime
import Screen
import Workflow

extension InterfaceState {
  /// Opens a dialog. What was typed before its first frame is dropped.
  mutating func open(dialog: Dialog) {
    self.dialog = dialog
    dialogAwaitsFrame = true
  }

  /// Opens a dialog and has read what can be chosen in it.
  mutating func open(choosing dialog: Dialog) -> [Effect] {
    open(dialog: dialog)
    return dialog.fields.compactMap { $0.choice?.reading }.flatMap { read($0) }
  }

  /// Takes in what can be chosen in a field of the dialog.
  mutating func offer(
    _ choices: [ChoiceField.Choice], usual: String? = nil, for reading: Reading
  ) {
    guard let fields = dialog?.fields else { return }
    for index in fields.indices where fields[index].choice?.reading == reading {
      dialog?.fields[index].choice?.offer(choices, usual: usual)
      // Of one there is nothing to choose.
      if choices.count == 1, fields[index].isRequired {
        dialog?.fields[index].choice?.handle(.down)
        if dialog?.focus == index { dialog?.tab(by: 1) }
      }
    }
  }

  mutating func handleInDialog(_ key: Key) -> [Effect] {
    guard let dialog else { return [] }
    if key == .escape || key == .control("c") { return leaveDialog() }
    if dialog.isAboutToDrop {
      self.dialog?.isAboutToDrop = false
      self.dialog?.complaint = nil
    }
    switch key {
    case .tab: self.dialog?.tab(by: 1)
    case .backtab: self.dialog?.tab(by: -1)
    case .control("e"):
      if let field = dialog.focusedField, dialog.fields[field].choice == nil {
        return edit(dialog.fields[field].area.text) { state, text in
          state.dialog?.fields[field].area.replace(with: text)
          return []
        }
      }
    default:
      if let field = dialog.focusedField { return handle(key, inField: field) }
      return handleOnButton(key)
    }
    return []
  }

  /// A text that was written is not lost by one key.
  private mutating func leaveDialog() -> [Effect] {
    guard let dialog, dialog.holdsText, !dialog.isAboutToDrop else {
      self.dialog = nil
      return []
    }
    self.dialog?.isAboutToDrop = true
    self.dialog?.complaint = "Esc again drops the text."
    return []
  }

  private mutating func handle(_ key: Key, inField field: Int) -> [Effect] {
    if dialog?.fields[field].choice != nil, key != .enter {
      dialog?.fields[field].choice?.handle(key)
      dialog?.complaint = nil
      return []
    }
    if key == .enter, let complaint = dialog?.fields[field].complaint,
      dialog?.fields[field].choice != nil
    {
      dialog?.complaint = complaint
      return []
    }
    // Enter in a field of one line goes on.
    if key == .enter, dialog?.fields[field].area.isMultiline == false {
      dialog?.tab(by: 1)
      if dialog?.focusedField == nil, dialog?.isDangerous == false { return confirm() }
    } else {
      _ = dialog?.fields[field].area.handle(key)
      dialog?.complaint = nil
    }
    return []
  }

  private mutating func handleOnButton(_ key: Key) -> [Effect] {
    switch key {
    case .left, .up: dialog?.moveFocus(by: -1)
    case .right, .down: dialog?.moveFocus(by: 1)
    case .character("y"): return confirm()
    case .character("n"): dialog = nil
    case .enter: return press(dialog?.focusedButton)
    default: break
    }
    return []
  }

  private mutating func press(_ button: Dialog.Button?) -> [Effect] {
    switch button?.role {
    case .cancel?:
      dialog = nil
      return []
    case .confirm?: return confirm()
    case .alternative?: return confirm(alternative: true)
    case nil: return []
    }
  }

  mutating func confirm(alternative: Bool = false) -> [Effect] {
    guard let dialog else { return [] }
    if let field = dialog.unfinished {
      self.dialog?.complaint = dialog.fields[field].complaint
      self.dialog?.focus = field
      return []
    }
    guard let carryOut = alternative ? dialog.alternative : dialog.confirmed else { return [] }
    self.dialog = nil
    do {
      return try carryOut(&self, dialog.fields.map(\.value))
    } catch {
      self.dialog = dialog
      self.dialog?.complaint = error.text
      self.dialog?.focus = error.field
      return []
    }
  }

  mutating func insertInDialog(_ text: String) {
    guard let field = dialog?.focusedField else { return }
    if dialog?.fields[field].choice != nil {
      dialog?.fields[field].choice?.insert(text)
    } else {
      dialog?.fields[field].area.insert(text)
    }
    dialog?.complaint = nil
  }

  mutating func clickDialog(at point: Point) -> [Effect] {
    guard let dialog else { return [] }
    let view = DialogView(dialog: dialog, size: size)
    guard let button = view.button(at: point) else { return [] }
    self.dialog?.focus = dialog.fields.count + button
    return press(dialog.buttons[button])
  }
}
