// A part of a diagram in a pane, with what lies beyond its edges told there.

import Screen
import Workflow

/// Draws a diagram in a pane that may be smaller than it.
package struct DiagramWindow: Sendable {
  package let diagram: Diagram
  /// The cell of the diagram in the upper left corner.
  package let origin: Point
  package let selected: ElementPath?

  package init(diagram: Diagram, origin: Point, selected: ElementPath?) {
    self.diagram = diagram
    self.origin = origin
    self.selected = selected
  }

  package func draw(in canvas: inout Canvas) {
    diagram.draw(in: &canvas, from: origin, selected: selected)
    let hidden = diagram.hidden(
      outside: Rect(
        column: origin.column, row: origin.row, columns: canvas.columns, rows: canvas.rows))
    let glyphs = canvas.glyphs
    tell(hidden.up, glyphs.up, rows: [0], .right, in: &canvas)
    tell(hidden.down, glyphs.down, rows: [canvas.rows - 1], .right, in: &canvas)
    // At the sides any row will do, best the one in the middle.
    let middle = canvas.rows / 2
    let rows = (0..<max(0, canvas.rows)).sorted { abs($0 - middle) < abs($1 - middle) }
    tell(hidden.left, glyphs.left, rows: rows, .left, in: &canvas)
    tell(hidden.right, glyphs.right, rows: rows, .right, in: &canvas)
  }

  /// Writes it where nothing of the drawing stands; shorter where there is no such place.
  private func tell(
    _ count: Int, _ sign: String, rows: [Int], _ alignment: Alignment, in canvas: inout Canvas
  ) {
    guard count > 0 else { return }
    for text in [" \(sign) \(count) more ", " \(sign)\(count) ", sign] {
      let width = text.displayWidth
      for row in rows {
        guard let column = gap(width, row: row, alignment, isAtEdge: rows.count > 1, in: canvas)
        else { continue }
        canvas.write(StyledText(text, .key), column: column, row: row)
        return
      }
    }
    canvas.write(
      StyledText(sign, .key), column: 0, row: rows.first ?? 0, width: canvas.columns,
      alignment: alignment)
  }

  /// Where so many blanks stand in a row: nearest to the edge, or right at it.
  private func gap(
    _ width: Int, row: Int, _ alignment: Alignment, isAtEdge: Bool, in canvas: Canvas
  ) -> Int? {
    guard width <= canvas.columns else { return nil }
    let last = canvas.columns - width
    let begins =
      isAtEdge
      ? [alignment == .left ? 0 : last]
      : alignment == .left ? Array(0...last) : (0...last).reversed()
    return begins.first { begin in
      (begin..<begin + width).allSatisfy { canvas.cell(column: $0, row: row).text == " " }
    }
  }
}
