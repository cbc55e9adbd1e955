// A cursor in a drawing, and the window that follows it.

import ApplicationRuntime
import Screen
import Workflow

/// Which element of a drawing the cursor is on, and which part of it is on the screen.
package struct DiagramCursor: Sendable {
  /// How far the drawing moves where there is no element to go to.
  private static let scroll = (columns: 6, rows: 3)

  private var figure: WorkflowFigure?
  package private(set) var diagram: Diagram?
  /// The element under the cursor.
  package var element: ElementPath?
  /// The cell of the drawing in the upper left corner of its pane.
  package var origin = Point(column: 0, row: 0)
  /// The size of the pane with the drawing; nil while it is not drawn.
  package private(set) var window: Size?
  /// Whether the window is to move to the cursor: it stays where somebody scrolled it.
  var followsCursor = true

  package init(element: ElementPath? = nil) { self.element = element }

  /// Lays a figure out, when it is another one than before.
  mutating func show(_ shown: WorkflowFigure?) {
    guard shown != figure else { return }
    figure = shown
    diagram = shown.map { Diagram($0) }
  }

  /// The cursor goes to an element, and the window with it.
  mutating func select(_ path: ElementPath?) {
    element = path
    followsCursor = true
  }

  /// Puts the cursor on the first element where it is on none.
  mutating func settle() {
    guard let diagram else { return }
    if element.flatMap({ diagram.place(of: $0) }) == nil { select(diagram.places.first?.path) }
  }

  /// Fits the window to its pane; nil where the drawing has none.
  mutating func fit(_ size: Size?) {
    followsCursor = followsCursor || size != window
    window = size
    guard let size, let diagram else { return }
    if followsCursor, let element {
      origin = diagram.origin(showing: element, in: size, from: origin)
    } else {
      origin = diagram.bounded(origin, size)
    }
    followsCursor = false
  }

  /// To the next element, or beyond the last one where there may be lines, and where the way ends.
  mutating func go(_ heading: Diagram.Heading) {
    if let next = diagram?.neighbor(of: element ?? .root, to: heading) { return select(next) }
    switch heading {
    case .up: origin.row -= Self.scroll.rows
    case .down: origin.row += Self.scroll.rows
    case .left: origin.column -= Self.scroll.columns
    case .right: origin.column += Self.scroll.columns
    }
  }

  /// To the element that lies about so many rows of the drawing away, and the window with it.
  mutating func jump(by distance: Int) {
    guard let diagram, let first = diagram.places.first else { return }
    let here = element.flatMap { diagram.place(of: $0) } ?? first
    let rows = diagram.size.rows
    let target = min(max(0, here.rect.row + distance), rows)
    func gap(_ place: DiagramPlace) -> (Int, Int) {
      (abs(place.rect.row - target), abs(place.rect.column - here.rect.column))
    }
    element = diagram.places.min { gap($0) < gap($1) }?.path
    // The window goes as far first, so that what lies beyond the outermost elements is seen.
    origin.row = min(max(0, origin.row + max(-rows, min(distance, rows))), rows)
    if let window { origin = diagram.bounded(origin, window) }
    followsCursor = true
  }

  /// The element at a cell of the pane; of several inside each other the smallest.
  func element(at point: Point) -> ElementPath? {
    guard let diagram, window != nil else { return nil }
    let cell = Point(column: point.column + origin.column, row: point.row + origin.row)
    return diagram.places.filter { $0.rect.contains(cell) }
      .min { $0.rect.columns * $0.rect.rows < $1.rect.columns * $1.rect.rows }?.path
  }
}
