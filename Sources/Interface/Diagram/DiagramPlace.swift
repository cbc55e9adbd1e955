// Where an element stands in a drawing.

import ApplicationRuntime
import Screen
import Workflow

/// An element in a drawing: its box, or the bar at which its branches begin.
package struct DiagramPlace: Hashable, Sendable {
  package let path: ElementPath
  package let name: String
  /// Nil without an instance.
  package let mark: OutlineElement.Mark?
  package internal(set) var rect: Rect
  /// The bar at which branches join again.
  package internal(set) var join: Rect?

  mutating func move(columns: Int, rows: Int) {
    rect.column += columns
    rect.row += rows
    join?.column += columns
    join?.row += rows
  }
}
