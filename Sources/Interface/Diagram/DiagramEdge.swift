// A way from one element to the next in a drawing.

import ApplicationRuntime
import Screen
import Workflow

/// A line that joins two boxes, as the corners that it goes through.
package struct DiagramEdge: Hashable, Sendable {
  /// Nil for the beginning of the workflow.
  package let from: ElementPath?
  /// Nil for its end, and for a way that does not go on.
  package let to: ElementPath?
  /// From the border of the one to the border of the other; each differs from the one before in
  /// its column or in its row.
  package internal(set) var points: [Point]
  /// Done when the instance went there; nil without an instance.
  package let mark: OutlineElement.Mark?

  mutating func move(columns: Int, rows: Int) {
    for index in points.indices {
      points[index].column += columns
      points[index].row += rows
    }
  }
}
