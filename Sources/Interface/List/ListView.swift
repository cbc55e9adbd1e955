// Draws a list: header, rows, selection, marks.

import Screen

/// How a list looks in a canvas.
struct ListView {
  /// The columns before the first one: selection and mark.
  static let margin = 3

  let list: ListState
  /// A list that has not the focus does not show its selection.
  var isFocused = true
  /// What stands where there are no rows.
  var placeholder = ""

  static func layout(_ columns: [Column], width: Int) -> ColumnLayout {
    ColumnLayout(columns, width: max(0, width - margin))
  }

  func drawHeader(in canvas: inout Canvas, row: Int) {
    let layout = Self.layout(list.columns, width: canvas.columns)
    for place in layout.placements {
      var title = list.columns[place.index].title
      if let sort = list.sort, sort.column == place.index {
        title += " " + (sort.isDescending ? canvas.glyphs.down : canvas.glyphs.up)
      }
      // The sign of the order may stand in the gap before the next column.
      let isLast = place.index == layout.placements.last?.index
      let spill = title.displayWidth - place.width == 1 && !isLast ? 1 : 0
      canvas.write(
        title, column: Self.margin + place.column - (place.alignment == .right ? spill : 0),
        row: row, width: place.width + spill, style: .heading, alignment: place.alignment)
    }
  }

  func drawRows(in canvas: inout Canvas) {
    if list.visible.isEmpty {
      let width = max(0, canvas.columns - Self.margin - 1)
      let lines = placeholder.wrapped(to: max(1, width))
      for (row, line) in lines.prefix(canvas.rows).enumerated() {
        canvas.write(line, column: Self.margin, row: row, width: width, style: .placeholder)
      }
      return
    }
    let layout = Self.layout(list.columns, width: canvas.columns)
    let shown = list.visible.dropFirst(list.top).prefix(canvas.rows)
    for (row, content) in shown.enumerated() {
      draw(content, layout: layout, in: &canvas, row: row)
    }
  }

  private func draw(_ content: ListRow, layout: ColumnLayout, in canvas: inout Canvas, row: Int) {
    let isSelected = content.id == list.selection && isFocused
    let isMarked = list.marks.contains(content.id)
    let changed = list.changed[content.id] ?? []
    for place in layout.placements where content.cells.indices.contains(place.index) {
      let cell = content.cells[place.index]
      let style = cell.style.changed(changed.contains(place.index))
      let start = Self.margin + place.column
      let width = cell.spansRest ? canvas.columns - start : place.width
      canvas.write(
        cell.text, column: start, row: row, width: width, style: style,
        alignment: cell.spansRest ? .left : place.alignment)
      if cell.spansRest { break }
    }
    if isMarked { canvas.write("*", column: isSelected ? 2 : 1, row: row, style: .marked) }
    if isSelected {
      canvas.write(canvas.glyphs.selection, column: 1, row: row, style: .accent)
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) {
        $0.selected()
      }
    }
  }
}
