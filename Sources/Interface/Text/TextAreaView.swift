// Draws a text that is being typed, with its cursor.

import Screen

struct TextAreaView {
  let area: TextArea
  let isFocused: Bool

  /// Fills the canvas; scrolls so that the cursor is seen.
  func draw(in canvas: inout Canvas) {
    let style: Style = isFocused ? .focusedField : .field
    canvas.fill(style: style)
    guard canvas.columns > 1, canvas.rows > 0 else { return }
    let (lines, cursorLine, cursorColumn) = layout(width: canvas.columns - 1)
    let top = max(0, cursorLine - canvas.rows + 1)
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      canvas.write(line, column: 0, row: row, style: style)
    }
    if isFocused { canvas.showCursor(column: cursorColumn, row: cursorLine - top) }
  }

  /// The text in lines of the width, and where the cursor stands in them.
  private func layout(width: Int) -> (lines: [String], cursorLine: Int, cursorColumn: Int) {
    var lines: [String] = [""]
    var used = 0
    var cursor = (line: 0, column: 0)
    for (index, character) in area.characters.enumerated() {
      let text = String(character)
      let cells = text.displayWidth
      if !character.isNewline, used + cells > width {
        lines.append("")
        used = 0
      }
      if index == area.cursor { cursor = (lines.count - 1, used) }
      if character.isNewline {
        lines.append("")
        used = 0
      } else {
        lines[lines.count - 1] += text
        used += cells
      }
    }
    if area.cursor >= area.characters.count { cursor = (lines.count - 1, used) }
    return (lines, cursor.line, cursor.column)
  }
}
