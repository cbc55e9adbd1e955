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
        dialog?.fields[index].choice?.perform(.down)
        if dialog?.focus == index { dialog?.tab(by: 1) }
      }
    }
  }

  /// An action while the cursor is in a field.
  mutating func performInField(_ name: ActionName) -> [Effect] {
    guard let field = dialog?.focusedField else { return [] }
    if name == .escape { return leaveDialog() }
    takeBackWarning()
    switch name {
    case .nextCell: dialog?.tab(by: 1)
    case .previousCell: dialog?.tab(by: -1)
    case .externalEditor: return editField(field)
    case .calendar: chooseDay(inField: field)
    case .open: return enter(field)
    default:
      if dialog?.fields[field].choice != nil {
        dialog?.fields[field].choice?.perform(name)
      } else {
        _ = dialog?.fields[field].area.perform(name)
      }
      dialog?.complaint = nil
    }
    return []
  }

  mutating func performOnButton(_ name: ActionName) -> [Effect] {
    if name == .escape { return leaveDialog() }
    takeBackWarning()
    switch name {
    case .nextCell: dialog?.tab(by: 1)
    case .previousCell: dialog?.tab(by: -1)
    case .left: dialog?.moveFocus(by: -1)
    case .right: dialog?.moveFocus(by: 1)
    case .confirm: return confirm()
    case .open: return press(dialog?.focusedButton)
    default: break
    }
    return []
  }

  /// Esc was not pressed again: the text stays.
  private mutating func takeBackWarning() {
    guard dialog?.isAboutToDrop == true else { return }
    dialog?.isAboutToDrop = false
    dialog?.complaint = nil
  }

  private mutating func chooseDay(inField field: Int) {
    guard let dialog, let day = dialog.fields[field].day else { return }
    let base = day.after.flatMap { dialog.day(of: $0) } ?? day.today
    choose(day: dialog.day(of: field) ?? base, title: dialog.fields[field].name) { state, day in
      state.dialog?.fields[field].area.replace(with: day.iso8601)
      state.dialog?.complaint = nil
      return []
    }
  }

  private mutating func editField(_ field: Int) -> [Effect] {
    guard let area = dialog?.fields[field].area, dialog?.fields[field].choice == nil else {
      return []
    }
    return edit(area.text) { state, text in
      state.dialog?.fields[field].area.replace(with: text)
      return []
    }
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

  /// Enter: a new line in a long text; a field of one line goes on.
  private mutating func enter(_ field: Int) -> [Effect] {
    guard let entered = dialog?.fields[field] else { return [] }
    if entered.choice != nil, let complaint = entered.complaint {
      dialog?.complaint = complaint
      return []
    }
    if entered.area.isMultiline {
      _ = dialog?.fields[field].area.perform(.open)
      dialog?.complaint = nil
      return []
    }
    dialog?.tab(by: 1)
    return dialog?.focusedField == nil && dialog?.isDangerous == false ? confirm() : []
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
      self.dialog?.complaint = dialog.complaint(of: field)
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
    takeBackWarning()
    if dialog?.fields[field].choice != nil {
      dialog?.fields[field].choice?.insert(text)
    } else {
      dialog?.fields[field].area.insert(text)
    }
    dialog?.complaint = nil
  }

  mutating func clickDialog(at point: Point) -> [Effect] {
    guard let dialog else { return [] }
    switch DialogView(dialog: dialog, size: size).hit(at: point) {
    case .button(let button)?:
      self.dialog?.focus = dialog.fields.count + button
      return press(dialog.buttons[button])
    case .field(let field, let choice)?:
      takeBackWarning()
      self.dialog?.focus = field
      if let choice { self.dialog?.fields[field].choice?.choose(choice) }
      return []
    case nil: return []
    }
  }
}
