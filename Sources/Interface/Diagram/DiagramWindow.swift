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
    let middle = canvas.rows / 2
    let glyphs = canvas.glyphs
    tell(hidden.up, glyphs.up, row: 0, .right, in: &canvas)
    tell(hidden.down, glyphs.down, row: canvas.rows - 1, .right, in: &canvas)
    tell(hidden.left, glyphs.left, row: middle, .left, in: &canvas)
    tell(hidden.right, glyphs.right, row: middle, .right, in: &canvas)
  }

  private func tell(
    _ count: Int, _ sign: String, row: Int, _ alignment: Alignment, in canvas: inout Canvas
  ) {
    guard count > 0 else { return }
    canvas.write(
      StyledText(" \(sign) \(count) more ", .key), column: 0, row: row, width: canvas.columns,
      alignment: alignment)
  }
}
