// Two lists below each other, as queue and people have them.

import Screen

/// Where the two lists lie. Fitting, the wheel and clicks ask the same question.
struct StackedPanes {
  enum Place { case upper, lower }

  let upper: Rect
  let lower: Rect

  func place(at point: Point) -> (place: Place, row: Int)? {
    if upper.contains(point) { return (.upper, point.row - upper.row) }
    return lower.contains(point) ? (.lower, point.row - lower.row) : nil
  }

  func fit(_ first: inout ListState, _ second: inout ListState) {
    first.height = max(1, upper.rows)
    second.height = max(1, lower.rows)
    first.settle()
    second.settle()
  }

  /// The wheel over the list below moves that; anywhere else it moves the one above.
  func scroll(
    _ first: inout ListState, _ second: inout ListState, by distance: Int, at point: Point
  ) {
    if lower.contains(point) {
      second.scroll(by: distance)
    } else {
      first.scroll(by: distance)
    }
  }
}
