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
      if let field = dialog.focusedField {
        externalEdit = .dialog
        return [.editText(dialog.fields[field].area.text)]
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

  private mutating func confirm(alternative: Bool = false) -> [Effect] {
    guard let dialog else { return [] }
    if let missing = dialog.missing {
      self.dialog?.complaint = "\(missing.label) is needed."
      self.dialog?.focus = dialog.fields.firstIndex { $0.label == missing.label } ?? 0
      return []
    }
    let text = dialog.fields.first?.area.text ?? ""
    switch dialog.purpose {
    case .act(let requests, let names, let action):
      self.dialog = nil
      let comment = text.contains { !$0.isWhitespace } ? text : nil
      let commented = requests.map { request in
        var request = request
        request.comment = comment
        return request
      }
      return begin(action, commented, names: names)
    case .settings(let former): return confirmSettings(dialog, former: former)
    case .conflict(let theirs):
      self.dialog = nil
      return settleConflict(theirs: theirs, keepingMine: !alternative)
    case .receipt(let line):
      self.dialog = nil
      let path = text.split(separator: "\n").first.map(String.init) ?? text
      return attach(receipt: path, line: line)
    case .importFile:
      self.dialog = nil
      return importFile(text)
    }
  }

  // MARK: Batch job settings

  mutating func openSettings() {
    guard let settings = overview?.settings else { return }
    let seconds = settings.interval.components.seconds
    open(
      dialog: Dialog(
        title: "Batch job settings",
        lines: ["They belong to the store and hold for every process."],
        fields: [
          Dialog.Field(
            label: "Interval in seconds", area: TextArea(String(seconds)), isRequired: true),
          Dialog.Field(
            label: "Batch size", area: TextArea(String(settings.batchSize)), isRequired: true),
          Dialog.Field(
            label: "Woken by a post (yes or no)", area: TextArea(settings.wakes ? "yes" : "no"),
            isRequired: true),
        ], confirm: "Set", purpose: .settings(settings)))
  }

  private mutating func confirmSettings(_ dialog: Dialog, former: BatchJobSettings) -> [Effect] {
    let texts = dialog.fields.map { $0.area.text.filter { !$0.isWhitespace }.lowercased() }
    guard texts.count == 3 else { return [] }
    guard let seconds = Int(texts[0]), (1...86_400).contains(seconds) else {
      return complain("The interval is a number of seconds from 1 to 86400.", field: 0)
    }
    guard let size = Int(texts[1]), (1...10_000).contains(size) else {
      return complain("The batch size is a number from 1 to 10000.", field: 1)
    }
    guard ["yes", "no", "y", "n"].contains(texts[2]) else {
      return complain("Woken by a post: yes or no.", field: 2)
    }
    self.dialog = nil
    var settings = former
    settings.interval = .seconds(seconds)
    settings.batchSize = size
    settings.wakes = texts[2].hasPrefix("y")
    return [.job(.set(settings), as: viewer.actor)]
  }

  private mutating func complain(_ text: String, field: Int) -> [Effect] {
    dialog?.complaint = text
    dialog?.focus = field
    return []
  }

  mutating func insertInDialog(_ text: String) {
    guard let field = dialog?.focusedField else { return }
    dialog?.fields[field].area.insert(text)
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
