// A cell while it is edited, and what it holds when it is left.

import ApplicationRuntime
import Screen
import Workflow

extension DocumentEditor {
  /// The text that F2 edits.
  func editableText(at place: EditorPlace) -> String {
    sheet.unread(at: place) ?? reader.editable(sheet.value(at: place))
  }

  /// Opens a cell. A typed text replaces what is in it.
  mutating func begin(at place: EditorPlace, with text: String, isTyped: Bool) {
    guard let field = field(at: place), reader.isEditable(field), !isReceipt(place) else { return }
    let input = TextInput(editableText(at: place))
    // The text as a line, so that looking into a cell of several lines changes nothing.
    var edit = CellEdit(place: place, input: input, original: input.text)
    if isTyped {
      edit.input.clear()
      edit.input.insert(text)
    }
    self.edit = edit
    complete()
    // What is in the cell already is not asked about before a key changes it.
    if !isTyped { self.edit?.completion.selection = nil }
  }

  mutating func performEditing(_ name: ActionName) -> [EditorEffect] {
    guard let edit else { return [] }
    let choices = edit.isListShown ? edit.completion.candidates.count : 0
    switch name {
    case .nextCell:
      takeEdit(completing: true)
      move(to: neighbor(by: 1))
      return saving()
    case .previousCell:
      takeEdit(completing: false)
      move(to: neighbor(by: -1))
      return saving()
    case .open:
      takeEdit(completing: true)
      moveOn()
      return saving()
    case .up, .down:
      let step = name == .up ? -1 : 1
      if choices > 1 || choices == 1 && edit.completion.selection == nil {
        self.edit?.completion.move(by: step)
        self.edit?.isChosen = true
        return []
      }
      takeEdit(completing: false)
      moveVertically(by: step)
      return saving()
    case .escape:
      if edit.isListShown { self.edit?.isListHidden = true } else { self.edit = nil }
    case .right:
      let rest = edit.rest
      if rest.isEmpty { self.edit?.input.moveRight() } else { changeInput { $0.insert(rest) } }
    case .left: self.edit?.input.moveLeft()
    case .first: self.edit?.input.moveToStart()
    case .last: self.edit?.input.moveToEnd()
    case .deleteBack: changeInput { $0.deleteBackward() }
    case .deleteForward: changeInput { $0.deleteForward() }
    case .clearCell: changeInput { $0.clear() }
    case .deleteWord: changeInput { $0.deleteWord() }
    default: break
    }
    return []
  }

  /// Changes the text that is typed, and completes it anew.
  mutating func changeInput(_ body: (inout TextInput) -> Void) {
    guard var edit else { return }
    body(&edit.input)
    edit.isListHidden = false
    edit.isChosen = false
    self.edit = edit
    complete()
  }

  private mutating func complete() {
    guard let edit, let field = field(at: edit.place) else { return }
    var pool = reader.pool(for: field)
    if case .cell = edit.place, field.type == .text, field.choices.isEmpty {
      pool += typedBefore(in: field, than: pool)
    }
    let completion = CompletionList(
      of: edit.input.text, from: pool, isClosed: reader.isClosed(field))
    self.edit?.completion = completion
  }

  /// The texts of the same column in other lines, newest first: what is entered here is history too.
  private func typedBefore(in field: Field, than pool: [Candidate]) -> [Candidate] {
    var known = Set(pool.map(\.text))
    var result: [Candidate] = []
    for (index, line) in sheet.lines.enumerated().reversed().prefix(200)
    where index != edit?.place.line {
      guard let text = line.values[field.name].text, known.insert(text).inserted else { continue }
      result.append(Candidate(text: text))
    }
    return result
  }

  /// Closes the open cell: it now holds what was typed, or what that was completed to.
  mutating func takeEdit(completing: Bool) {
    guard let edit else { return }
    self.edit = nil
    let text = completing || edit.isChosen ? edit.taken : edit.input.text
    guard text != edit.original else { return }
    enter(text, at: edit.place)
  }

  /// Puts a text into a place: read, or as it is and marked.
  mutating func enter(_ text: String, at place: EditorPlace) {
    guard let field = field(at: place), reader.isEditable(field) else { return }
    let text = String(text.prefix(TextInput.limit))
    guard text.contains(where: { !$0.isWhitespace }) else {
      put(.none, at: place)
      return
    }
    do {
      let value = try reader.value(of: text, for: field, reference: reference(at: place))
      put(value, at: place)
    } catch {
      put(.none, unread: text, at: place)
    }
  }

  // MARK: Calendar

  /// ^K: the calendar for a date.
  mutating func openCalendar() -> [EditorEffect] {
    guard let place, field(at: place)?.type == .day else {
      return [.toast("The calendar is for dates")]
    }
    let typed = edit.flatMap {
      try? reader.value(
        of: $0.input.text, for: Field(place.name, .day), reference: reference(at: place))
    }
    let day = typed?.day ?? sheet.value(at: place).day ?? proposal(at: place).day ?? context.today
    edit = nil
    return [.calendar(day, place: place)]
  }

  /// Takes the day that was chosen.
  package mutating func chosen(_ day: Day, at place: EditorPlace) -> [EditorEffect] {
    put(.day(day), at: place)
    return saving()
  }

  /// Takes what is offered for the place under the cursor.
  mutating func takeProposal() {
    guard let place else { return }
    let value = proposal(at: place)
    if !value.isNone { take(offered: value, at: place) }
  }
}
