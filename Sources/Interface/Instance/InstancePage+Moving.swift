// The cursor of an instance's page: from element to element, or through the history.

import ApplicationRuntime
import Screen
import Workflow

extension InstancePage {
  /// How far the drawing moves where there is no element to go to.
  private static let scroll = (columns: 6, rows: 3)

  /// The keys of the arrows.
  mutating func go(_ heading: Diagram.Heading) {
    switch (pane, heading) {
    case (.history, .left), (.children, .left): pane = .flow
    case (.children, .up): select(child: child - 1)
    case (.children, .down): select(child: child + 1)
    case (.children, .right): break
    case (.history, .up): historyTop -= 1
    case (.history, .down): historyTop += 1
    case (.history, .right): break
    case (.flow, _): goInFlow(heading)
    }
  }

  private mutating func goInFlow(_ heading: Diagram.Heading) {
    guard let diagram, window != nil else {
      switch heading {
      case .up: step(by: -1)
      case .down: step(by: 1)
      case .left: break
      case .right: pane = .history
      }
      return
    }
    if let next = diagram.neighbor(of: element ?? .root, to: heading) {
      element = next
      followsCursor = true
      return
    }
    // Beyond the last element there may be lines, and where the way ends.
    switch heading {
    case .up: origin.row -= Self.scroll.rows
    case .down: origin.row += Self.scroll.rows
    case .left: origin.column -= Self.scroll.columns
    case .right: origin.column += Self.scroll.columns
    }
  }

  /// Several rows at once: a page, or to the first or last.
  mutating func move(by distance: Int) {
    if abs(distance) == 1 { return go(distance < 0 ? .up : .down) }
    if pane == .children {
      select(child: child + distance)
    } else if pane == .history {
      historyTop = max(0, historyTop + distance)
    } else if window == nil {
      step(by: distance)
    } else {
      jump(by: distance)
    }
  }

  /// By elements of the outline.
  private mutating func step(by distance: Int) {
    guard !outline.isEmpty else { return }
    element = outline[min(max(0, elementIndex + distance), outline.count - 1)].path
  }

  /// To the element that lies about so many rows of the drawing away, and the window with it.
  private mutating func jump(by distance: Int) {
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

  /// The wheel: what lies under the pointer moves, and the cursor stays.
  mutating func scroll(by distance: Int, overHistory: Bool) {
    if overHistory {
      historyTop += distance
    } else if window != nil {
      origin.row += distance
    } else {
      step(by: distance)
    }
  }

  /// A click on a cell of the pane with the drawing.
  mutating func select(at point: Point) {
    guard let diagram, window != nil else { return }
    pane = .flow
    let cell = Point(column: point.column + origin.column, row: point.row + origin.row)
    // What stands inside another is smaller, and meant.
    let hit = diagram.places.filter { $0.rect.contains(cell) }
      .min { $0.rect.columns * $0.rect.rows < $1.rect.columns * $1.rect.rows }
    if let hit { element = hit.path }
  }
}
