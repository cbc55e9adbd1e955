// Moving a cursor from element to element, and a window after it.

import Screen
import Workflow

extension Diagram {
  /// Where the cursor can go.
  package enum Heading: Hashable, Sendable, CaseIterable { case up, down, left, right }

  /// The nearest element in a direction; nil when there is none further on.
  ///
  /// One that lies straight ahead is nearer than one aside. Up and down reach every element: where
  /// several are as near, the left one is taken, and left and right lead to the others.
  package func neighbor(of path: ElementPath, to heading: Heading) -> ElementPath? {
    guard let here = place(of: path)?.rect else { return places.first?.path }
    var best: (path: ElementPath, distance: Int)?
    for place in places where place.path != path {
      guard let distance = Self.distance(from: here, to: place.rect, heading) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (place.path, distance) }
    }
    return best?.path
  }

  /// How far one rectangle is from another in a direction; nil when it is not there.
  private static func distance(from here: Rect, to there: Rect, _ heading: Heading) -> Int? {
    let down = there.row - here.endRow
    let up = here.row - there.endRow
    let right = there.column - here.endColumn
    let left = here.column - there.endColumn
    // Cells are twice as high as wide, and what lies aside counts more than what lies ahead.
    switch heading {
    case .down: return down < 0 ? nil : 2 * down + 2 * max(0, left, right)
    case .up: return up < 0 ? nil : 2 * up + 2 * max(0, left, right)
    case .right: return right < 0 ? nil : right + 8 * max(0, up, down)
    case .left: return left < 0 ? nil : left + 8 * max(0, up, down)
    }
  }

  /// Where a window of this size must begin to show an element, moved as little as can be.
  package func origin(showing path: ElementPath, in window: Size, from old: Point) -> Point {
    guard let rect = place(of: path)?.rect else { return bounded(old, window) }
    func begin(_ begin: Int, _ length: Int, _ room: Int, _ old: Int) -> Int {
      if length >= room || begin < old { return begin }
      return max(old, begin + length - room)
    }
    // A cell around the element and the row above it, with the line that leads there, are seen too.
    return bounded(
      Point(
        column: begin(rect.column - 1, rect.columns + 2, window.columns, old.column),
        row: begin(rect.row - 1, rect.rows + 2, window.rows, old.row)), window)
  }

  /// A beginning from which the window shows no more than one cell beyond the end.
  package func bounded(_ origin: Point, _ window: Size) -> Point {
    Point(
      column: max(0, min(origin.column, size.columns - window.columns)),
      row: max(0, min(origin.row, size.rows - window.rows)))
  }

  /// How many elements lie beyond each edge of a window, none of them in it.
  package func hidden(outside window: Rect) -> (up: Int, down: Int, left: Int, right: Int) {
    var counts = (up: 0, down: 0, left: 0, right: 0)
    for rect in places.map(\.rect) {
      if rect.endRow <= window.row {
        counts.up += 1
      } else if rect.row >= window.endRow {
        counts.down += 1
      } else if rect.endColumn <= window.column {
        counts.left += 1
      } else if rect.column >= window.endColumn {
        counts.right += 1
      }
    }
    return counts
  }
}
