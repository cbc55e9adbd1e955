// The frame of an overlay, with lines in it that can be scrolled.

import Screen

struct OverlayBox {
  let title: String
  let hint: String
  /// A line above the others that is being typed.
  var search: TextArea?

  static func outer(_ columns: Int) -> Int { min(columns - 4, 96) }
  static func inner(_ columns: Int) -> Int { outer(columns) - 4 }

  /// - Parameter selected: the line that is drawn as the selection; it is kept on the screen.
  func draw(_ lines: [StyledText], top: Int, selected: Int? = nil, in canvas: inout Canvas) {
    let searchRows = search == nil ? 0 : 1
    let rows = min(canvas.rows - 4, max(1, lines.count) + searchRows + 2)
    let rect = canvas.bounds.centered(Size(columns: Self.outer(canvas.columns), rows: rows))
    canvas.fill(rect, style: .overlay)
    canvas.box(rect, title: StyledText(title, .title))
    canvas.within(rect.inset(columns: 2, rows: 1)) { canvas in
      if let search {
        canvas.within(Rect(column: 0, row: 0, columns: canvas.columns, rows: 1)) {
          TextAreaView(area: search, isFocused: true).draw(in: &$0)
        }
      }
      let room = canvas.rows - searchRows
      var begin = min(max(0, top), max(0, lines.count - room))
      if let selected { begin = min(max(begin, selected - room + 1), max(0, selected)) }
      for (row, line) in lines.dropFirst(begin).prefix(room).enumerated() {
        let place = row + searchRows
        canvas.write(line, column: 0, row: place, width: canvas.columns)
        if row + begin == selected {
          canvas.restyle(Rect(column: 0, row: place, columns: canvas.columns, rows: 1)) {
            $0.selected()
          }
        }
      }
    }
    canvas.write(
      StyledText(" \(hint) ", .dim), column: rect.column + 1, row: rect.endRow - 1,
      width: rect.columns - 3, alignment: .right)
  }
}
