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
    switch key {
    case .control("c"): return [.interrupt]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .control("p"): return [.palette]
    case .function(1): return [.help]
    case .control("s"): return finish()
    case .control("n"): return addLine()
    case .control("x"): return cutLine()
    case .control("d"): return takeAbove()
    case .control("t"): return chooseReceipt()
    case .control("e"): return openExternalEditor()
    case .control("g"): return undo()
    default: break
    }
    if case .action(let index) = focus { return handle(key, onAction: index) }
    return edit == nil ? handleResting(key) : handleEditing(key)
  }

  private mutating func handleResting(_ key: Key) -> [EditorEffect] {
    guard let place else { return key == .escape ? [.done] : [] }
    switch key {
    case .tab:
      takeProposal()
      move(to: neighbor(by: 1))
    case .backtab: move(to: neighbor(by: -1))
    case .enter:
      if !isOnEmptyLine { takeProposal() }
      moveOn()
    case .up: moveVertically(by: -1)
    case .down: moveVertically(by: 1)
    case .pageUp: moveVertically(by: -Self.page)
    case .pageDown: moveVertically(by: Self.page)
    case .left: move(to: neighbor(by: -1))
    case .home: moveToEdge(isLast: false)
    case .end: moveToEdge(isLast: true)
    case .escape: return finish()
    case .right, .function(2): begin(at: place, with: editableText(at: place), isTyped: false)
    case .backspace, .delete: begin(at: place, with: "", isTyped: true)
    case .control("u"): put(.none, at: place)
    case .control("w"):
      begin(at: place, with: editableText(at: place), isTyped: false)
      edit?.input.deleteWord()
    case .character("\"") where hasAbove(place): return takeAbove()
    case .character(let character): begin(at: place, with: String(character), isTyped: true)
    default: return []
    }
    return edit == nil ? saving() : []
  }

  private mutating func handle(_ key: Key, onAction index: Int) -> [EditorEffect] {
    switch key {
    case .enter, .space: return perform(at: index)
    case .tab, .right: move(to: neighbor(by: 1))
    case .backtab, .left: move(to: neighbor(by: -1))
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
