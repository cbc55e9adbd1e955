// Draws a window of a diagram: lines that meet become corners and crossings, texts lie over them.

import ApplicationRuntime
import Screen
import Workflow

extension Diagram {
  /// What the lines of a cell come to.
  private struct Crossing {
    var lines = LineGlyph()
    var isDashed = true
    var role = DiagramStroke.Role.way
    var mark: OutlineElement.Mark?
    var isFirst = true

    mutating func add(_ stroke: DiagramStroke) {
      isDashed = isDashed && stroke.mark == .skipped
      let isStronger =
        stroke.role == role
        ? Self.rank(stroke.mark) > Self.rank(mark)
        : stroke.role.rawValue > role.rawValue
      if isFirst || isStronger {
        role = stroke.role
        mark = stroke.mark
      }
      isFirst = false
    }

    /// Of lines that meet, the one where the instance went is seen.
    private static func rank(_ mark: OutlineElement.Mark?) -> Int {
      switch mark {
      case .skipped: 0
      case .toCome, nil: 1
      case .done: 2
      case .sentBack: 3
      case .here: 4
      }
    }
  }

  /// Draws what a canvas shows of the diagram.
  ///
  /// - Parameters:
  ///   - origin: the cell of the diagram in the canvas's upper left corner.
  ///   - selected: the element under the cursor.
  package func draw(
    in canvas: inout Canvas, from origin: Point = Point(column: 0, row: 0),
    selected: ElementPath? = nil
  ) {
    let window = Rect(
      column: origin.column, row: origin.row, columns: canvas.columns, rows: canvas.rows)
    let visible = strokes.filter { !$0.bounds.intersection(window).isEmpty }
    Self.draw(visible, window, in: &canvas)
    guard let selected, let rect = place(of: selected)?.rect else { return }
    canvas.restyle(
      Rect(
        column: rect.column - origin.column, row: rect.row - origin.row,
        columns: rect.columns, rows: rect.rows)
    ) { $0.selected() }
  }

  /// Draws these parts in a canvas that shows this window.
  static func draw(_ strokes: [DiagramStroke], _ window: Rect, in canvas: inout Canvas) {
    drawLines(strokes, window, in: &canvas)
    for stroke in strokes {
      let column = stroke.at.column - window.column
      let row = stroke.at.row - window.row
      switch stroke.shape {
      case .line: continue
      case .arrow(let direction):
        let sign = direction == .down ? canvas.glyphs.down : canvas.glyphs.left
        canvas.write(sign, column: column, row: row, style: style(stroke.role, stroke.mark))
      case .text(let text, _):
        canvas.write(text, column: column, row: row, style: style(stroke.role, stroke.mark))
      }
    }
  }

  private static func drawLines(_ strokes: [DiagramStroke], _ window: Rect, in canvas: inout Canvas)
  {
    var cells = [Crossing](repeating: Crossing(), count: window.columns * window.rows)
    var used: [Int] = []
    for stroke in strokes {
      guard case .line(let end, let isDouble) = stroke.shape else { continue }
      let part = stroke.bounds.intersection(window)
      for row in part.row..<part.endRow {
        for column in part.column..<part.endColumn {
          let index = (row - window.row) * window.columns + column - window.column
          let cell = Point(column: column, row: row)
          if cells[index].isFirst { used.append(index) }
          cells[index].lines.add(cell, between: stroke.at, end, isDouble: isDouble)
          cells[index].add(stroke)
        }
      }
    }
    for index in used {
      let cell = cells[index]
      guard let sign = cell.lines.sign(isDashed: cell.isDashed) else { continue }
      canvas.write(
        sign, column: index % window.columns, row: index / window.columns,
        style: style(cell.role, cell.mark))
    }
  }

  /// How a part looks: what is done, where the instance is, what comes, what is passed by.
  static func style(_ role: DiagramStroke.Role, _ mark: OutlineElement.Mark?) -> Style {
    switch (role, mark) {
    case (_, .skipped?): .dim
    case (.way, .done?): .good
    case (.way, _): .border
    case (.border, .here?): .accent
    case (.border, .sentBack?): .warning
    case (.border, .done?): .good
    case (.border, _): .border
    case (.title, .done?): .good
    case (.title, .here?): Style(.accent).bold()
    case (.title, .sentBack?): .warning
    case (.note, _): .dim
    default: .normal
    }
  }
}
