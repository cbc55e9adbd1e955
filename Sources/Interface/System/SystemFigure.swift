// Where the boxes and arrows of the figure lie, for the room that there is.

import Screen

/// The geometry of the figure: `SystemFigure+Large` and `+Small` fill it.
struct SystemFigure: Hashable, Sendable {
  /// The cells of an arrow from one box to the next, its corners among them.
  struct Path: Hashable, Sendable {
    /// Both ends and the corners in between.
    let points: [Point]
    /// Where the counter stands, how wide it may be, and at which end of that.
    let counter: Rect
    var alignment = Alignment.left
    /// Where the word stands; nil where there is no room for it.
    var word: Point?

    /// Every cell, from the first to the last.
    var cells: [Point] {
      var cells: [Point] = points.prefix(1).map { $0 }
      for (from, to) in zip(points, points.dropFirst()) {
        let columns = (to.column - from.column).signum()
        let rows = (to.row - from.row).signum()
        var cell = from
        while cell != to, columns != 0 || rows != 0 {
          cell = Point(column: cell.column + columns, row: cell.row + rows)
          cells.append(cell)
        }
      }
      return cells
    }
  }

  var size: Size
  var boxes: [SystemBox: Rect] = [:]
  var paths: [SystemArrow: Path] = [:]
  /// The frames of the two runtimes; none where there is no room.
  var frames: [(title: String, rect: Rect)] = []
  /// Where the people stand who use the API; nil where they stand in its box.
  var people: Point?
  /// Where it says what left the queue otherwise.
  var gone = Rect(column: 0, row: 0, columns: 0, rows: 0)

  static func == (left: SystemFigure, right: SystemFigure) -> Bool {
    left.size == right.size && left.boxes == right.boxes
  }

  func hash(into hasher: inout Hasher) { hasher.combine(size) }

  init(size: Size) {
    self.size = size
    if size.columns >= Self.large.columns, size.rows >= Self.large.rows {
      layLarge()
    } else {
      laySmall()
    }
  }

  func contains(_ point: Point) -> SystemBox? {
    SystemBox.allCases.first { boxes[$0]?.contains(point) == true }
  }
}
