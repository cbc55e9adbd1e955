// The parts of which a drawing is made: lines, heads of arrows, texts.

import ApplicationRuntime
import Screen

struct DiagramStroke: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    /// A line to another cell of the same row or column.
    case line(to: Point, isDouble: Bool)
    case arrow(Direction)
    /// With the cells that it takes, which are costly to count.
    case text(String, width: Int)
  }

  enum Direction: Hashable, Sendable { case down, left }

  /// What it belongs to. Where several meet in a cell, the later case gives the look.
  enum Role: Int, Hashable, Sendable { case way, border, title, caption, note, label }

  var shape: Shape
  var at: Point
  let role: Role
  let mark: OutlineElement.Mark?

  init(_ shape: Shape, at point: Point, _ role: Role, _ mark: OutlineElement.Mark?) {
    self.shape = shape
    at = point
    self.role = role
    self.mark = mark
  }

  mutating func move(columns: Int, rows: Int) {
    at.column += columns
    at.row += rows
    if case .line(var end, let isDouble) = shape {
      end.column += columns
      end.row += rows
      shape = .line(to: end, isDouble: isDouble)
    }
  }

  /// The cells that it covers.
  var bounds: Rect {
    switch shape {
    case .line(let end, _):
      Rect(
        column: min(at.column, end.column), row: min(at.row, end.row),
        columns: abs(at.column - end.column) + 1, rows: abs(at.row - end.row) + 1)
    case .arrow: Rect(column: at.column, row: at.row, columns: 1, rows: 1)
    case .text(_, let width): Rect(column: at.column, row: at.row, columns: width, rows: 1)
    }
  }
}
