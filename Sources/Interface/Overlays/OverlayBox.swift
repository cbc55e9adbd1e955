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

  /// Where so many lines lie on a screen, and how many of them are seen at once.
  static func place(in size: Size, lines: Int, searches: Bool) -> (rect: Rect, room: Int) {
    let room = min(room(rows: size.rows, searches: searches), max(1, lines))
    let rows = room + (searches ? 2 : 0) + 2
    return (Rect(size).centered(Size(columns: outer(size.columns), rows: rows)), room)
  }

  /// The first line that is seen.
  static func begin(top: Int, lines: Int, room: Int, selected: Int?) -> Int {
    let begin = min(max(0, top), max(0, lines - room))
    return selected.map { min(max(begin, $0 - room + 1), max(0, $0)) } ?? begin
  }

  /// - Parameter selected: the line that is drawn as the selection; it is kept on the screen.
  func draw(_ lines: [StyledText], top: Int, selected: Int? = nil, in canvas: inout Canvas) {
    let (rect, room) = Self.place(
      in: canvas.size, lines: lines.count, searches: search != nil)
    let begin = Self.begin(top: top, lines: lines.count, room: room, selected: selected)
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
