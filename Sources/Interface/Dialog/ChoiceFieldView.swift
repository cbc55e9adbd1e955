// Draws a field of a dialog in which one of several is chosen.

import Screen

struct ChoiceFieldView {
  let label: String
  let field: ChoiceField
  let isFocused: Bool

  /// More is not seen at a glance.
  static let most = 5

  /// The rows that the possibilities take while the field has the focus.
  static func listRows(of field: ChoiceField, room: Int) -> Int {
    max(1, min(field.choices?.count ?? 1, most, room))
  }

  /// The first possibility that is seen.
  static func top(of field: ChoiceField, rows: Int) -> Int {
    min(max(0, (field.selection ?? 0) - rows + 1), max(0, field.matches.count - rows))
  }

  /// The label with what is typed or chosen; below it, while it has the focus, what there is.
  func draw(in canvas: inout Canvas) {
    let title = label + ": "
    canvas.write(title, column: 0, row: 0, style: .heading)
    let begin = title.displayWidth
    let room = max(0, canvas.columns - begin)
    canvas.within(Rect(column: begin, row: 0, columns: room, rows: 1)) { canvas in
      if isFocused { drawSearch(in: &canvas) } else { drawChosen(in: &canvas) }
    }
    guard isFocused, canvas.rows > 1 else { return }
    canvas.within(Rect(column: 0, row: 1, columns: canvas.columns, rows: canvas.rows - 1)) {
      drawList(in: &$0)
    }
  }

  private func drawSearch(in canvas: inout Canvas) {
    TextAreaView(area: field.search, isFocused: true).draw(in: &canvas)
    guard field.search.isEmpty else { return }
    canvas.write(
      "type to filter", column: 1, row: 0, width: max(0, canvas.columns - 1), style: .focusedField)
    canvas.restyle(Rect(column: 1, row: 0, columns: canvas.columns - 1, rows: 1)) { _ in
      .placeholder
    }
  }

  private func drawChosen(in canvas: inout Canvas) {
    canvas.fill(style: .field)
    let text = field.chosen.map { $0.note.isEmpty ? $0.label : "\($0.label), \($0.note)" }
    let waiting = field.choices == nil ? "…" : field.search.text
    canvas.write(text ?? waiting, column: 0, row: 0, width: canvas.columns, style: .field)
  }

  private func drawList(in canvas: inout Canvas) {
    let matches = field.matches
    guard !matches.isEmpty else {
      let words =
        field.choices == nil
        ? "…" : field.search.hasWords ? "None of them has that in it." : "There is none."
      canvas.write(words, column: 2, row: 0, width: canvas.columns - 2, style: .dim)
      return
    }
    let top = Self.top(of: field, rows: canvas.rows)
    let widest = min(28, matches.map(\.label.displayWidth).max() ?? 0)
    for (row, choice) in matches.dropFirst(top).prefix(canvas.rows).enumerated() {
      let text =
        StyledText(choice.label.fitted(to: widest) + "  ", .emphasis)
        + StyledText(choice.note, .dim)
      canvas.write(text, column: 2, row: row, width: canvas.columns - 2)
      guard row + top == field.selection else { continue }
      canvas.write(canvas.glyphs.selection, column: 0, row: row, style: .accent)
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) { $0.selected() }
    }
    let below = matches.count - top - canvas.rows
    if below > 0 {
      canvas.write(
        StyledText(" \(canvas.glyphs.down) \(below) more", .dim), column: 0,
        row: canvas.rows - 1, width: canvas.columns, alignment: .right)
    }
  }
}
