// Draws a preview: two columns below a list, one under the other at its right.

import Screen

struct PreviewView {
  let body: PreviewText.Body
  let isStacked: Bool

  func draw(in canvas: inout Canvas) {
    if isStacked {
      var row = 0
      draw(body.left, in: &canvas, from: &row, limit: max(3, canvas.rows / 2))
      if !body.right.isEmpty { row += 1 }
      drawRight(in: &canvas, from: &row)
      return
    }
    let columns = canvas.bounds.splitColumns(
      [.flexible(weight: 11), .fixed(1), .flexible(weight: 9)])
    canvas.vertical(column: columns[1].column, row: 0, length: canvas.rows)
    canvas.within(columns[0]) { canvas in
      var row = 0
      draw(body.left, in: &canvas, from: &row, limit: canvas.rows)
    }
    canvas.within(columns[2]) { canvas in
      var row = 0
      drawRight(in: &canvas, from: &row)
    }
  }

  /// Sentences take the lines that they need, as far as there are any.
  private func drawRight(in canvas: inout Canvas, from row: inout Int) {
    let room = canvas.rows - row
    let whole = body.right.flatMap { $0.wrapped(to: canvas.columns - 2) }
    draw(whole.count <= room ? whole : body.right, in: &canvas, from: &row, limit: room)
  }

  private func draw(
    _ lines: [StyledText], in canvas: inout Canvas, from row: inout Int, limit: Int
  ) {
    let fits = lines.count <= limit
    let shown = fits ? lines.count : max(0, limit - 1)
    for line in lines.prefix(shown) {
      canvas.write(line, column: 1, row: row, width: max(0, canvas.columns - 2))
      row += 1
    }
    if !fits {
      canvas.write("… \(lines.count - shown) more", column: 1, row: row, style: .dim)
      row += 1
    }
  }
}
