// A detail beside a list that is made of lines.

import Screen

extension InterfaceState {
  /// Draws lines as the detail of a list.
  ///
  /// - Parameter lines: asked for the width that they have.
  func drawDetail(
    in frame: inout Frame, layout: PageLayout, title: StyledText?, lines: (Int) -> [StyledText]
  ) {
    drawDetail(in: &frame, layout: layout, title: title) { nil }
    guard let rect = layout.detail else { return }
    frame.draw(in: rect) { canvas in
      let width = max(0, canvas.columns - 2)
      let room = max(0, canvas.rows - 1)
      let all = lines(width)
      for (row, line) in all.prefix(room).enumerated() {
        let isCut = row == room - 1 && all.count > room
        let shown = isCut ? StyledText("… \(all.count - room + 1) more, Enter", .dim) : line
        canvas.write(shown, column: 1, row: row + 1, width: width)
      }
    }
  }
}
