// What the mouse points at.

import Screen

extension DocumentEditor {
  /// How many rows the header has, for moving up and down in it.
  var headerRows: Int {
    // Before the size is known it is taken for that of a common terminal.
    let width = size == .zero ? 80 : size.columns
    return EditorLayout.headerRows(of: headerFields.count, width: width)
  }

  mutating func handle(_ mouse: Mouse) -> [EditorEffect] {
    switch (mouse.action, mouse.button) {
    case (.scrollUp, _), (.scrollDown, _):
      takeEdit(completing: false)
      moveVertically(by: mouse.action == .scrollUp ? -1 : 1)
      return saving()
    case (.press, .left):
      guard let target = focus(at: mouse.point) else { return [] }
      if target == focus, edit != nil { return [] }
      takeEdit(completing: false)
      move(to: target)
      let effects = saving()
      guard case .action(let index) = target else { return effects }
      return effects + perform(at: index)
    default: return []
    }
  }

  private func focus(at point: Point) -> EditorFocus? {
    let layout = EditorLayout(self, size: size)
    if point.row == layout.actionsRow {
      return buttons(width: size.columns).firstIndex { button in
        (button.column..<button.column + button.text.displayWidth).contains(point.column)
      }.map { .action($0) }
    }
    for index in headerFields.indices where reader.isEditable(headerFields[index]) {
      if let rects = layout.headerCell(index),
        rects.label.contains(point) || rects.value.contains(point)
      {
        return .field(index)
      }
    }
    guard layout.table.contains(point) else { return nil }
    let line = layout.firstLine + point.row - layout.table.row
    guard line <= sheet.lines.count else { return nil }
    guard let column = layout.columns.index(at: point.column - layout.tableColumn),
      columns.contains(column)
    else { return columns.first.map { .cell(line: line, column: $0) } }
    return .cell(line: line, column: column)
  }
}
