// A document filled in field by field: Enter keeps, `.back`, `.save`.

import ApplicationRuntime
import Screen
import Workflow

extension LinearState {
  private var editor: DocumentEditor? { interface.page.document?.editor }

  /// Begins with a form as soon as it is open, and ends with it.
  mutating func tellForm() {
    guard let editor else {
      if form != nil {
        form = nil
        wantsPage = true
      }
      return
    }
    if form == nil {
      form = editor.stops.isEmpty ? lines(after: 0, in: editor) : .header(0)
      say("")
      say("\(interface.page.content.place ?? ""): Enter keeps a field, .clear empties it.")
      say(".back goes to the field before, .save ends; everything is saved as it is entered.")
    }
    question = .form
  }

  // MARK: Prompts

  var formPrompt: String {
    guard let editor, let form else { return "> " }
    switch form {
    case .line(let line):
      return "Line \(line + 1): \(summary(of: line, in: editor)). "
        + "Enter keeps it, .edit, .cut: "
    case .header, .cell:
      guard let place = place(of: form, in: editor), let field = editor.field(at: place)
      else { return "> " }
      return prompt(for: field, at: place, in: editor)
    }
  }

  private func prompt(for field: Field, at place: EditorPlace, in editor: DocumentEditor) -> String
  {
    let line = place.line.map { "Line \($0 + 1), " } ?? ""
    var text = line + field.labelAlone
    let pool = editor.reader.pool(for: field)
    if editor.reader.isClosed(field), pool.count <= 12 {
      text += " (" + pool.map(\.text).joined(separator: ", ") + ")"
    }
    if isFirstOfNewLine(place, in: editor) {
      let above = place.line == 0 ? "" : ", \" as above"
      return text + " (Enter for no more lines\(above)): "
    }
    if editor.isReceipt(place), let line = place.line {
      let names = editor.receipts(ofLine: line).map { ReceiptName($0).text }
      let kept = names.isEmpty ? "" : " [\(names.joined(separator: ", "))]"
      return text + ", the path of a file" + kept + ": "
    }
    let current = editor.editableText(at: place)
    let shown = current.isEmpty ? editor.reader.editable(editor.proposal(at: place)) : current
    if !shown.isEmpty { text += " [\(shown.truncated(to: 60))]" }
    return text + (field.isRequired && shown.isEmpty ? " (needed)" : "") + ": "
  }

  private func summary(of line: Int, in editor: DocumentEditor) -> String {
    let texts = editor.columns.map { column in
      let place = EditorPlace.cell(line: line, field: editor.lineFields[column].name)
      guard editor.isReceipt(place) else { return editor.editableText(at: place) }
      return editor.receipts(ofLine: line).map { ReceiptName($0).text }.joined(separator: ", ")
    }
    return texts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: Answers

  mutating func fill(_ line: String) -> [Effect] {
    guard let editor, let form else { return [] }
    let text = line.trimmed
    switch text {
    case ".save": return end()
    case ".back":
      goBack(in: editor)
      return []
    case "?", ".help":
      help(in: editor)
      return []
    default: break
    }
    guard let place = place(of: form, in: editor) else {
      return fill(text, line: form, in: editor)
    }
    if text == ".edit" {
      return interface.edit(editor.editableText(at: place)) { state, text in
        state.page.document?.editor?.enter(text, at: place)
        return state.carryOut(state.page.document?.editor?.saving() ?? [])
      }
    }
    if text == ".cut", place.line != nil { return cut(place) }
    if text.isEmpty, isFirstOfNewLine(place, in: editor) { return end() }
    return take(text, at: place, in: editor)
  }

  /// Puts a text into a place and goes on, or says why it cannot be read.
  private mutating func take(
    _ text: String, at place: EditorPlace, in editor: DocumentEditor
  ) -> [Effect] {
    guard let field = editor.field(at: place) else { return [] }
    if editor.isReceipt(place), let line = place.line, !["", ".clear", "\""].contains(text) {
      goOn(in: editor)
      return interface.keep(receipt: text, line: line)
    }
    var editor = editor
    switch text {
    case "":
      let proposal = editor.proposal(at: place)
      if !proposal.isNone { editor.put(proposal, at: place) }
    case ".clear": editor.put(.none, at: place)
    case "\"" where place.line.map { $0 > 0 } == true:
      let above = EditorPlace.cell(line: (place.line ?? 1) - 1, field: place.name)
      editor.put(editor.sheet.value(at: above), at: place)
    default:
      do {
        let reference = editor.reference(at: place)
        editor.put(
          try editor.reader.value(of: text, for: field, reference: reference), at: place)
      } catch {
        say("! " + error.message)
        return []
      }
    }
    let effects = editor.saving()
    interface.page.document?.editor = editor
    goOn(in: editor)
    return interface.carryOut(effects)
  }

  /// What is answered to a line as a whole.
  private mutating func fill(
    _ text: String, line step: LinearForm, in editor: DocumentEditor
  ) -> [Effect] {
    guard case .line(let line) = step else { return [] }
    switch text.lowercased() {
    case "": go(to: lines(after: line + 1, in: editor))
    case ".edit", "edit", "e":
      form = .cell(line: line, column: 0)
    case ".cut", "cut", "x":
      if let column = editor.columns.first {
        return cut(.cell(line: line, field: editor.lineFields[column].name))
      }
    default: say("Enter keeps the line, .edit goes through it, .cut takes it out.")
    }
    return []
  }

  private mutating func cut(_ place: EditorPlace) -> [Effect] {
    guard let line = place.line, var editor, let column = editor.columns.first else { return [] }
    editor.move(to: .cell(line: line, column: column))
    let effects = editor.perform(.cutLine)
    interface.page.document?.editor = editor
    form = lines(after: line, in: editor)
    say("Line \(line + 1) is cut.")
    return interface.carryOut(effects)
  }

  /// The end: what is wrong is told, and the page says what can be done now.
  private mutating func end() -> [Effect] {
    guard let editor else { return [] }
    say(editor.totalsText)
    return interface.performInEditor(.editingDone)
  }

  private mutating func help(in editor: DocumentEditor) {
    if let step = form, let place = place(of: step, in: editor),
      let help = editor.field(at: place)?.help
    {
      say(help)
    }
    say("Enter keeps, .clear empties, .edit opens $EDITOR, .cut takes the line out, .back, .save.")
    say("Dates: 3, 3/3, mon, -1, t for today. Amounts: 12.50, 180 dkk, 4x35.")
  }

  // MARK: From step to step

  private func place(of step: LinearForm, in editor: DocumentEditor) -> EditorPlace? {
    switch step {
    case .header(let index):
      guard editor.stops.indices.contains(index), case .field(let field) = editor.stops[index]
      else { return nil }
      return .field(editor.headerFields[field].name)
    case .cell(let line, let column):
      guard editor.columns.indices.contains(column) else { return nil }
      return .cell(line: line, field: editor.lineFields[editor.columns[column]].name)
    case .line: return nil
    }
  }

  private func isFirstOfNewLine(_ place: EditorPlace, in editor: DocumentEditor) -> Bool {
    guard case .cell(let line, 0)? = form else { return false }
    return line >= editor.sheet.lines.count
  }

  private mutating func go(to step: LinearForm) { form = step }

  /// The next line that is there, or the new one.
  private func lines(after line: Int, in editor: DocumentEditor) -> LinearForm {
    line < editor.sheet.lines.count ? .line(line) : .cell(line: line, column: 0)
  }

  private mutating func goOn(in editor: DocumentEditor) {
    switch form {
    case .header(let index) where index + 1 < editor.stops.count: form = .header(index + 1)
    case .header: go(to: lines(after: 0, in: editor))
    case .cell(let line, let column) where column + 1 < editor.columns.count:
      form = .cell(line: line, column: column + 1)
    case .cell(let line, _):
      go(to: lines(after: line + 1, in: editor))
    case .line, nil: break
    }
  }

  private mutating func goBack(in editor: DocumentEditor) {
    switch form {
    case .header(let index) where index > 0: form = .header(index - 1)
    case .cell(let line, let column) where column > 0:
      form = .cell(line: line, column: column - 1)
    case .cell(let line, _) where line > 0, .line(let line) where line > 0:
      form = .line(line - 1)
    case .cell, .line:
      if editor.stops.isEmpty { fallthrough }
      form = .header(editor.stops.count - 1)
    case .header, nil: say("This is the first field; .save ends.")
    }
  }
}
