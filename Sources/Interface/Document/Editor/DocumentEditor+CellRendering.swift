// One cell: its value, what is offered, what cannot be read, or the text being typed.

import ApplicationRuntime
import Screen
import Workflow

extension DocumentEditor {
  func drawCell(
    _ place: EditorPlace, of field: Field, at rect: Rect, isFocused: Bool, alignment: Alignment,
    into canvas: inout Canvas
  ) {
    guard rect.columns > 0 else { return }
    if isFocused {
      canvas.write("[", column: rect.column - 1, row: rect.row, style: .accent)
      canvas.write("]", column: rect.endColumn, row: rect.row, style: .accent)
    }
    if let edit, edit.place == place {
      draw(edit, at: rect, into: &canvas)
      return
    }
    var (text, style) = look(of: place, field, isFocused: isFocused)
    if let line = place.line, isReceipt(place), !receipts(ofLine: line).isEmpty {
      text = ReceiptName.summary(
        of: receipts(ofLine: line), clip: canvas.glyphs.clip, width: rect.columns)
    }
    if text.isEmpty, let line = place.line, field.name == "comment" {
      let items = items(ofLine: line).count
      if items > 0 { (text, style) = (plural(items, "item"), isFocused ? style : .dim) }
    }
    canvas.write(
      text, column: rect.column, row: rect.row, width: rect.columns, style: style,
      alignment: alignment)
    if isFocused { canvas.showCursor(column: rect.column, row: rect.row) }
  }

  /// What a cell at rest shows, and how.
  private func look(
    of place: EditorPlace, _ field: Field, isFocused: Bool
  ) -> (text: String, style: Style) {
    let base: Style = isFocused ? .focusedField : .normal
    func role(_ role: Style.Role) -> Style { isFocused ? Style(role).selected() : Style(role) }
    let isInLine = place.line != nil
    if let unread = sheet.unread(at: place) { return ("! " + unread, role(.danger)) }
    let value = sheet.value(at: place)
    let severities = findings(at: place).map(\.severity)
    let role: Style =
      severities.contains(.error)
      ? role(.danger) : severities.isEmpty ? base : role(.warning)
    if !value.isNone {
      let text = reader.shown(value, of: field, isBrief: isInLine)
      return (oneLine(text), field.isCalculated && severities.isEmpty ? .dim : role)
    }
    let isThere = place.line.map { sheet.lines.indices.contains($0) } ?? true
    let offered = isThere || isFocused ? proposal(at: place) : .none
    if !offered.isNone {
      let text = reader.shown(offered, of: field, isBrief: isInLine)
      return (text, isFocused ? Style(.placeholder).selected() : .placeholder)
    }
    if !severities.isEmpty { return ("!", role) }
    if case .list = field.type { return (isThere ? "–" : "", isFocused ? base : .dim) }
    return (isInLine || isFocused ? "" : "–", isFocused ? base : .dim)
  }

  /// A long text as a cell shows it: its lines one after the other.
  private func oneLine(_ text: String) -> String {
    String(text.prefix(500).map { $0.isNewline ? " " : $0 })
  }

  private func draw(_ edit: CellEdit, at rect: Rect, into canvas: inout Canvas) {
    let (text, cursor) = edit.input.window(width: rect.columns)
    canvas.within(rect) { cell in
      cell.fill(style: .focusedField)
      let used = cell.write(text, column: 0, row: 0, style: .focusedField)
      cell.write(edit.rest, column: used, row: 0, style: Style(.placeholder))
      cell.showCursor(column: cursor, row: 0)
    }
  }

  /// The list under the cell that is edited, or what its text is read as.
  func drawCompletion(into canvas: inout Canvas, _ layout: EditorLayout) {
    guard let edit, let rect = rect(of: focus, in: layout) else { return }
    let shown: [String]
    var style: Style = edit.isListShown ? .overlay : .dim
    if edit.isListShown {
      shown = edit.completion.candidates.map(\.shown)
    } else if let preview = preview(of: edit) {
      shown = [preview]
    } else if let problem = problem(of: edit) {
      shown = [problem]
      style = .warning
    } else {
      return
    }
    let inner = max(rect.columns, (shown.map(\.displayWidth).max() ?? 0) + 2)
    let width = min(inner + 2, canvas.columns)
    let column = max(0, min(rect.column - 1, canvas.columns - width))
    let isBelow = rect.endRow + shown.count <= canvas.rows || rect.row < shown.count
    let first = isBelow ? rect.endRow : rect.row - shown.count
    let signs = canvas.glyphs.single
    for (index, text) in shown.enumerated() {
      let isSelected = edit.isListShown && index == edit.completion.selection
      var sides = (signs.teeLeft, signs.teeRight)
      if isBelow, index == shown.count - 1 { sides = (signs.bottomLeft, signs.bottomRight) }
      if !isBelow, index == 0 { sides = (signs.topLeft, signs.topRight) }
      let row = first + index
      canvas.write(sides.0, column: column, row: row, style: .border)
      canvas.write(
        " " + text, column: column + 1, row: row, width: width - 2,
        style: style.selected(isSelected))
      canvas.write(sides.1, column: column + width - 1, row: row, style: .border)
    }
  }

  /// What a date or an amount that is being typed is read as; nil when that says nothing new.
  private func preview(of edit: CellEdit) -> String? {
    guard edit.isChanged, let field = field(at: edit.place), !edit.input.text.isEmpty else {
      return nil
    }
    guard field.type == .day || field.type == .money,
      let value = try? reader.value(
        of: edit.input.text, for: field, reference: reference(at: edit.place))
    else { return nil }
    let text = reader.shown(value, of: field, isBrief: edit.place.line != nil)
    return text == edit.input.text ? nil : text
  }

  /// Why what is being typed can become nothing right; nil while it still may.
  func problem(of edit: CellEdit) -> String? {
    guard edit.isChanged, let field = field(at: edit.place) else { return nil }
    return reader.problem(of: edit.input.text, for: field, reference: reference(at: edit.place))
  }

  private func rect(of focus: EditorFocus, in layout: EditorLayout) -> Rect? {
    switch focus {
    case .field(let index):
      layout.headerCell(index)?.value
    case .cell(let line, let column): layout.cell(line: line, column: column)
    case .action: nil
    }
  }
}
