// The commands of EDIT mode: lines, as above, undo, receipts, the external editor, done.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  /// ^N: an empty line below the one of the cursor.
  mutating func addLine() -> [EditorEffect] {
    takeEdit(completing: false)
    guard let first = columns.first else { return saving() }
    guard let line = focus.line, line + 1 < sheet.lines.count, !sheet.lines[line].isEmpty else {
      move(to: newLine)
      return saving()
    }
    sheet.lines.insert(EditorRecord(), at: line + 1)
    move(to: .cell(line: line + 1, column: first))
    return saving()
  }

  /// ^X: takes the line of the cursor away.
  mutating func cutLine() -> [EditorEffect] {
    guard let line = focus.line, sheet.lines.indices.contains(line) else { return [] }
    edit = nil
    change { $0.lines.remove(at: line) }
    focus = clamped(focus)
    return saving() + [.toast("Line \(line + 1) cut. ^G brings it back")]
  }

  /// `"` and ^D: what the cell above holds; in the header, what the last document held.
  mutating func takeAbove() -> [EditorEffect] {
    guard let place, let field = field(at: place), reader.isEditable(field) else { return [] }
    let value = valueAbove(place)
    guard !value.isNone else {
      return [.toast(place.line == nil ? "There is no previous value" : "There is nothing above")]
    }
    edit = nil
    put(value, at: place)
    return []
  }

  func hasAbove(_ place: EditorPlace) -> Bool {
    place.line != nil && !valueAbove(place).isNone
  }

  private func valueAbove(_ place: EditorPlace) -> Value {
    guard let line = place.line else { return context.previous[place.name] }
    guard line > 0 else { return .none }
    return sheet.value(at: .cell(line: line - 1, field: place.name))
  }

  /// ^G: what is being typed, else the last change.
  mutating func undo() -> [EditorEffect] {
    if edit != nil {
      edit = nil
      return []
    }
    guard let step = undoSteps.popLast() else { return [.toast("Nothing to undo")] }
    let returned = step.sheet.lines.count - sheet.lines.count
    sheet = step.sheet
    focus = clamped(step.focus)
    if let line = focus.line { lastLine = line }
    return saving() + [.toast(returned > 0 ? "The line is back" : "The last change is undone")]
  }

  /// ^E: the text of the cell in an editor with more room.
  mutating func openExternalEditor() -> [EditorEffect] {
    guard let place, let field = field(at: place), reader.isEditable(field), field.type == .text,
      field.choices.isEmpty
    else { return [] }
    let text = edit?.input.text ?? editableText(at: place)
    edit = nil
    return [.openExternalEditor(text: text, place: place)]
  }

  /// Takes the text that comes back from an external editor; it may have several lines.
  package mutating func edited(_ text: String, at place: EditorPlace) -> [EditorEffect] {
    let end = text.reversed().drop { $0.isWhitespace }
    enter(String(end.reversed()), at: place)
    return saving()
  }

  /// ^S: everything is saved and the mode left. Texts that cannot be read hold it once.
  mutating func finish() -> [EditorEffect] {
    let effects = leave()
    if !hasWarnedOfUnread, let place = firstUnread, let target = focus(at: place) {
      move(to: target)
      hasWarnedOfUnread = true
      let reason = unreadReason(at: place) ?? "a cell cannot be read"
      return effects + [.toast("\(reason). It stays in the draft; ^S again leaves it so")]
    }
    return effects + [.done]
  }

  /// The page goes away: the open cell is taken, and saved if it changed.
  package mutating func leave() -> [EditorEffect] {
    takeEdit(completing: false)
    return saving()
  }

  private var firstUnread: EditorPlace? {
    if let field = headerFields.first(where: { sheet.header.unread[$0.name] != nil }) {
      return .field(field.name)
    }
    for line in sheet.lines.indices {
      if let field = lineFields.first(where: { sheet.lines[line].unread[$0.name] != nil }) {
        return .cell(line: line, field: field.name)
      }
    }
    return nil
  }
}
