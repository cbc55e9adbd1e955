// What input does: keys for the page, keys in a cell at rest, keys on a button.

import ApplicationRuntime
import Screen
import Workflow

extension DocumentEditor {
  /// Takes one event, and says what the page is to do.
  package mutating func handle(_ event: InputEvent) -> [EditorEffect] {
    switch event {
    case .key(let key): return handle(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return handle(mouse)
    case .resize(let size):
      self.size = size
      return []
    default: return []
    }
  }

  private mutating func handle(_ key: Key) -> [EditorEffect] {
    if let name = context.keys[key] { return perform(name) }
    guard let text = key.text else { return [] }
    return type(text)
  }

  /// Does an action of EDIT mode.
  package mutating func perform(_ name: ActionName) -> [EditorEffect] {
    switch name {
    case .interrupt: return [.interrupt]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .palette: return [.palette]
    case .help: return [.help]
    case .editingDone: return finish()
    case .newLine: return addLine()
    case .cutLine: return cutLine()
    case .asAbove: return takeAbove()
    case .receipt: return chooseReceipt()
    case .externalEditor: return openExternalEditor()
    case .undoEdit: return undo()
    case .itemize: return itemize()
    case .calendar: return openCalendar()
    default: break
    }
    if case .action(let index) = focus { return perform(name, onAction: index) }
    return edit == nil ? performResting(name) : performEditing(name)
  }

  /// A key that types text: the first one replaces what is in the cell.
  private mutating func type(_ text: String) -> [EditorEffect] {
    if case .action(let index) = focus { return text == " " ? perform(at: index) : [] }
    if edit != nil {
      changeInput { $0.insert(text) }
      return []
    }
    guard let place else { return [] }
    if isReceipt(place), let line = place.line { return [.chooseReceipt(line: line, typed: text)] }
    if text == "\"", hasAbove(place) { return takeAbove() + saving() }
    begin(at: place, with: text, isTyped: true)
    return []
  }

  private mutating func performResting(_ name: ActionName) -> [EditorEffect] {
    guard let place else { return name == .escape ? [.done] : [] }
    if isReceipt(place), let effects = performOnReceipts(name) { return effects }
    switch name {
    case .nextCell:
      takeProposal()
      move(to: neighbor(by: 1))
    case .previousCell: move(to: neighbor(by: -1))
    case .open:
      if !isOnEmptyLine { takeProposal() }
      moveOn()
    case .up: moveVertically(by: -1)
    case .down: moveVertically(by: 1)
    case .pageUp: moveVertically(by: -Self.page)
    case .pageDown: moveVertically(by: Self.page)
    case .left: move(to: neighbor(by: -1))
    case .first: moveToEdge(isLast: false)
    case .last: moveToEdge(isLast: true)
    case .escape: return finish()
    case .right, .editInside: begin(at: place, with: editableText(at: place), isTyped: false)
    case .deleteBack, .deleteForward: begin(at: place, with: "", isTyped: true)
    case .clearCell: put(.none, at: place)
    case .deleteWord:
      begin(at: place, with: editableText(at: place), isTyped: false)
      edit?.input.deleteWord()
    default: return []
    }
    return edit == nil ? saving() : []
  }

  /// The cell of the receipts is no text; nil for what it does as any other cell.
  private mutating func performOnReceipts(_ name: ActionName) -> [EditorEffect]? {
    switch name {
    case .right, .editInside: chooseReceipt()
    case .deleteBack, .deleteForward, .deleteWord, .clearCell: detachLast()
    default: nil
    }
  }

  private mutating func perform(_ name: ActionName, onAction index: Int) -> [EditorEffect] {
    switch name {
    case .open: return perform(at: index)
    case .nextCell, .right: move(to: neighbor(by: 1))
    case .previousCell, .left: move(to: neighbor(by: -1))
    case .down: moveVertically(by: 1)
    case .escape: return finish()
    default: break
    }
    return []
  }

  /// Presses a button. One that is off says why, and the cursor goes to the reason.
  mutating func perform(at index: Int) -> [EditorEffect] {
    guard context.actions.indices.contains(index) else { return [] }
    let action = context.actions[index]
    guard action.isSubmission else {
      if let reason = action.reason { return [.toast("\(action.label) is off: \(reason)")] }
      return leave() + [.perform(action.action)]
    }
    guard case .off(let reason) = submitState else { return leave() + [.submit] }
    if let place = firstObstacle?.place { move(to: focus(at: place)) } else { moveToFirstError() }
    return [.toast("\(action.label) is off: \(reason)")]
  }

  /// How many lines PgUp and PgDn move.
  private static let page = 10

  /// Whether the cursor is on a line without anything in it.
  var isOnEmptyLine: Bool {
    guard let line = focus.line else { return false }
    return !sheet.lines.indices.contains(line) || sheet.lines[line].isEmpty
  }

  /// The cursor on a place; nil when it is nowhere.
  func focus(at place: EditorPlace) -> EditorFocus? {
    switch place {
    case .field(let name):
      headerFields.firstIndex { $0.name == name }.map { .field($0) }
    case .cell(let line, let name):
      lineFields.firstIndex { $0.name == name }.map { .cell(line: line, column: $0) }
    }
  }

  mutating func moveToFirstError() {
    guard let error = findings.first(where: { $0.severity == .error }) else { return }
    if let line = error.line.flatMap(lineIndex) {
      let column = lineFields.firstIndex { $0.name == error.field }
      move(to: (column ?? columns.first).map { .cell(line: line, column: $0) })
    } else if let name = error.field, let target = focus(at: .field(name)) {
      move(to: target)
    }
  }
}
