// A whole diagram as lines of text.

import Screen

extension Diagram {
  /// How many rows are drawn at once: of a long and wide diagram little is blank in so few.
  private static let rowsAtOnce = 8

  /// The lines without blanks at their ends: with box characters, or in ASCII of the same layout.
  package func lines(_ glyphs: Glyphs = .unicode) -> [String] {
    let bandCount = (size.rows + Self.rowsAtOnce - 1) / Self.rowsAtOnce
    var bands = [[DiagramStroke]](repeating: [], count: bandCount)
    for stroke in strokes {
      let rows = stroke.bounds
      for band in rows.row / Self.rowsAtOnce...(rows.endRow - 1) / Self.rowsAtOnce {
        bands[band].append(stroke)
      }
    }
    return bands.enumerated().flatMap { index, strokes in
      let first = index * Self.rowsAtOnce
      let window = Rect(
        column: 0, row: first, columns: strokes.reduce(0) { max($0, $1.bounds.endColumn) },
        rows: min(Self.rowsAtOnce, size.rows - first))
      var frame = Frame(size: window.size, glyphs: glyphs)
      frame.draw { Self.draw(strokes, window, in: &$0) }
      return (0..<window.rows).map { frame.line($0) }
    }
  }
}
