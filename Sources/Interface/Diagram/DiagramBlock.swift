// A part of a drawing that is laid out: what stands in a rectangle, and where lines go in and out.

import ApplicationRuntime
import Screen
import Workflow

/// A rectangle of a drawing. A line comes in at the top, in the column of its port; lines go out
/// where they are left, and nothing stands below them in their column.
struct DiagramBlock {
  /// What a line that comes in meets.
  struct Entry {
    let path: ElementPath?
    /// Whether it ends there with a head of an arrow.
    let hasArrow: Bool
    let mark: OutlineElement.Mark?
  }

  /// A line that is to go on.
  struct Exit {
    /// The corners that it went through already, from the border of an element on.
    var points: [Point]
    let from: ElementPath?
    /// The mark of the branch that it is; nil when only the other end tells.
    let mark: OutlineElement.Mark?

    init(_ points: [Point], from: ElementPath?, mark: OutlineElement.Mark? = nil) {
      self.points = points
      self.from = from
      self.mark = mark
    }

    /// Where it is left.
    var point: Point { points.last ?? Point(column: 0, row: 0) }
  }

  var width = 0
  var height = 0
  var port = 0
  /// Nil for a way with nothing on it.
  var entry: Entry?
  var exits: [Exit] = []
  private(set) var places: [DiagramPlace] = []
  private(set) var edges: [DiagramEdge] = []
  private(set) var strokes: [DiagramStroke] = []

  /// Takes in what stands in another block and returns the lines that go out of it.
  mutating func take(_ other: DiagramBlock, column: Int, row: Int) -> [Exit] {
    places.reserveCapacity(places.count + other.places.count)
    for var place in other.places {
      place.move(columns: column, rows: row)
      places.append(place)
    }
    for var edge in other.edges {
      edge.move(columns: column, rows: row)
      edges.append(edge)
    }
    for var stroke in other.strokes {
      stroke.move(columns: column, rows: row)
      strokes.append(stroke)
    }
    width = max(width, column + other.width)
    height = max(height, row + other.height)
    return other.exits.map { exit in
      var exit = exit
      for index in exit.points.indices {
        exit.points[index].column += column
        exit.points[index].row += row
      }
      return exit
    }
  }

  mutating func add(_ place: DiagramPlace) {
    // An element stands before those inside it, as in the file.
    places.insert(place, at: 0)
  }

  mutating func line(
    _ points: [Point], _ role: DiagramStroke.Role, _ mark: OutlineElement.Mark?,
    isDouble: Bool = false
  ) {
    for (from, to) in zip(points, points.dropFirst()) {
      strokes.append(DiagramStroke(.line(to: to, isDouble: isDouble), at: from, role, mark))
    }
  }

  mutating func arrow(
    _ direction: DiagramStroke.Direction, at point: Point, _ mark: OutlineElement.Mark?
  ) {
    strokes.append(DiagramStroke(.arrow(direction), at: point, .border, mark))
  }

  mutating func text(
    _ text: String, column: Int, row: Int, _ role: DiagramStroke.Role,
    _ mark: OutlineElement.Mark?
  ) {
    guard !text.isEmpty else { return }
    let point = Point(column: column, row: row)
    let cells = text.displayWidth
    strokes.append(DiagramStroke(.text(text, width: cells), at: point, role, mark))
    width = max(width, column + cells)
    height = max(height, row + 1)
  }

  /// Leads lines to a place: down to a row, across, and down again.
  ///
  /// - Parameter row: the row of the line across; a line that is in its column needs none.
  mutating func connect(
    _ exits: [Exit], to point: Point, across row: Int, _ entry: Entry?
  ) {
    for exit in exits {
      var points: [Point] = []
      if exit.point.column != point.column {
        points.append(Point(column: exit.point.column, row: row))
        points.append(Point(column: point.column, row: row))
      }
      points.append(point)
      join(exit, by: points, to: entry)
    }
  }

  /// Leads a line through further corners to an element, as an edge.
  mutating func join(_ exit: Exit, by points: [Point], to entry: Entry?) {
    var corners: [Point] = []
    for point in exit.points + points where point != corners.last { corners.append(point) }
    var mark = entry?.mark == .here || entry?.mark == .sentBack ? .done : entry?.mark
    if exit.mark == .skipped || (exit.mark == .toCome && mark != .skipped) { mark = exit.mark }
    line(corners, .way, mark)
    edges.append(DiagramEdge(from: exit.from, to: entry?.path, points: corners, mark: mark))
    if let last = corners.last, entry?.hasArrow == true { arrow(.down, at: last, mark) }
  }
}
