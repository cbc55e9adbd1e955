// A drawing with lines beside it: what the pages of workflows and simulations share.

import Screen

/// A line of the pane beside a drawing, and what it belongs to: a finding, a step.
struct PaneLine {
  let text: StyledText
  var owner: Int?
}

/// Draws the rules around the two panes, the drawing, and lines with one selected among them.
struct FlowPanes {
  let panes: WorkflowLayout

  func drawRules(in canvas: inout Canvas) {
    canvas.rule(row: panes.rule.row)
    guard panes.isSideBySide else {
      canvas.within(panes.divider) { $0.rule(row: 0) }
      return
    }
    let divider = panes.divider
    canvas.vertical(column: divider.column, row: divider.row, length: divider.rows)
    canvas.write(
      canvas.glyphs.single.teeDown, column: divider.column, row: panes.rule.row, style: .border)
  }

  /// - Parameter missing: what stands there where nothing can be drawn.
  func draw(
    _ flow: DiagramCursor, isFocused: Bool = true, missing: String, in canvas: inout Canvas
  ) {
    canvas.within(panes.flow) { canvas in
      guard let diagram = flow.diagram else {
        canvas.write(missing, column: 1, row: 0, width: max(0, canvas.columns - 2), style: .dim)
        return
      }
      DiagramWindow(
        diagram: diagram, origin: flow.origin, selected: isFocused ? flow.element : nil
      ).draw(in: &canvas)
    }
  }

  /// - Parameters:
  ///   - selected: whose lines are drawn as the selection.
  ///   - top: the first line that is seen, of so many rows.
  func draw(
    _ lines: [PaneLine], selected: Int?, in canvas: inout Canvas, top: (Int) -> Int
  ) {
    canvas.within(panes.side) { canvas in
      // How many are below is told on a row of its own.
      let room = lines.count > canvas.rows ? max(1, canvas.rows - 1) : canvas.rows
      let top = max(0, min(top(room), lines.count - room))
      for (row, line) in lines.dropFirst(top).prefix(room).enumerated() {
        canvas.write(line.text, column: 2, row: row, width: max(0, canvas.columns - 3))
        guard let selected, line.owner == selected else { continue }
        canvas.write(canvas.glyphs.selection, column: 1, row: row, style: .accent)
        canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) {
          $0.selected()
        }
      }
      let below = lines.count - top - room
      guard below > 0 else { return }
      canvas.write(
        StyledText(" \(canvas.glyphs.down) \(below) more ", .key), column: 0,
        row: canvas.rows - 1, width: canvas.columns, alignment: .right)
    }
  }
}
