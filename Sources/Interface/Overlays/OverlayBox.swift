// The frame of an overlay, with lines in it that can be scrolled.

import Screen

struct OverlayBox {
  let title: String
  let hint: String
  /// A line above the others that is being typed.
  var search: TextArea?
  /// What stands in that line while nothing is typed.
  var placeholder = ""
  /// What stands before it.
  var prompt = "/"

  static func outer(_ columns: Int) -> Int { min(columns - 4, 96) }
  static func inner(_ columns: Int) -> Int { outer(columns) - 4 }

  /// How many lines are on the screen at once.
  static func room(rows: Int, searches: Bool) -> Int { max(1, rows - 6 - (searches ? 2 : 0)) }

  /// The line typed and the gap below it.
  private var searchRows: Int { search == nil ? 0 : 2 }

  /// - Parameter selected: the line that is drawn as the selection; it is kept on the screen.
  func draw(_ lines: [StyledText], top: Int, selected: Int? = nil, in canvas: inout Canvas) {
    let room = min(Self.room(rows: canvas.rows, searches: search != nil), max(1, lines.count))
    let rect = canvas.bounds.centered(
      Size(columns: Self.outer(canvas.columns), rows: room + searchRows + 2))
    var begin = min(max(0, top), max(0, lines.count - room))
    if let selected { begin = min(max(begin, selected - room + 1), max(0, selected)) }
    canvas.clearMargin(of: rect)
    canvas.fill(rect, style: .overlay)
    canvas.box(rect, title: StyledText(title, .title))
    canvas.within(rect.inset(columns: 2, rows: 1)) { canvas in
      drawSearch(in: &canvas)
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
    if let selected, lines.indices.contains(selected) {
      canvas.write(
        canvas.glyphs.selection, column: rect.column + 1,
        row: rect.row + 1 + searchRows + selected - begin, style: .accent)
    }
    let below = lines.count - begin - room
    let more = below > 0 ? "\(canvas.glyphs.down) \(below) more   " : ""
    canvas.write(
      StyledText(" \(more)\(hint) ", .dim), column: rect.column + 1, row: rect.endRow - 1,
      width: rect.columns - 3, alignment: .right)
  }

  private func drawSearch(in canvas: inout Canvas) {
    guard let search else { return }
    canvas.write(prompt, column: 0, row: 0, style: .key)
    canvas.within(Rect(column: 2, row: 0, columns: canvas.columns - 2, rows: 1)) { canvas in
      TextAreaView(area: search, isFocused: true).draw(in: &canvas)
      guard search.isEmpty else { return }
      canvas.write(
        placeholder, column: 1, row: 0, width: max(0, canvas.columns - 1), style: .focusedField)
      canvas.restyle(Rect(column: 1, row: 0, columns: canvas.columns - 1, rows: 1)) { _ in
        .placeholder
      }
    }
  }
}
