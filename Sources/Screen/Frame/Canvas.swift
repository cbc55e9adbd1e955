/// A part of a frame to draw in: its own corner is (0, 0), and what lies outside is not drawn.
///
/// Canvases are made by ``Frame/draw(in:_:)`` and ``within(_:_:)``.
package struct Canvas {
  var frame: Frame

  /// The part in the frame's cells. It may be greater than what is visible of it.
  private let area: Rect

  /// What is visible of it.
  private let clip: Rect

  init(frame: consuming Frame, area: Rect, clip: Rect) {
    self.frame = frame
    self.area = area
    self.clip = area.intersection(clip)
  }

  package var size: Size { area.size }
  package var columns: Int { area.columns }
  package var rows: Int { area.rows }
  package var bounds: Rect { Rect(area.size) }
  package var glyphs: Glyphs { frame.glyphs }

  /// The cell at a place of the canvas; a blank outside of the frame.
  package func cell(column: Int, row: Int) -> Cell {
    frame[area.column + column, area.row + row]
  }

  /// Writes one line of text, clipped at the edges.
  ///
  /// Returns the columns that the text takes; of what lies beyond the right edge nothing is read.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .normal
  ) -> Int {
    var next = area.column + column
    let line = area.row + row
    for cluster in ClusterReader(text) {
      guard next < clip.endColumn else { break }
      if frame.glyphs.isASCII, cluster.base.value >= 0x80 || cluster.hasMarks {
        for (offset, twin) in ASCIITwin.clusters(for: cluster).enumerated() {
          frame.put(twin, column: next + offset, row: line, style: style, clip: clip)
        }
      } else {
        frame.put(cluster, column: next, row: line, style: style, clip: clip)
      }
      next += cluster.width
    }
    return next - area.column - column
  }

  /// Writes one line of text in exactly `width` columns: cut with an ellipsis, or padded.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, width: Int, style: Style = .normal,
    alignment: Alignment = .left
  ) -> Int {
    let fitted = text.fitted(to: width, alignment: alignment, ellipsis: "…")
    return write(fitted, column: column, row: row, style: style)
  }

  /// Writes text of several styles; with a width, cut with an ellipsis and aligned in it.
  ///
  /// Where the text is shorter than the width the rest keeps what was drawn there before.
  @discardableResult
  package mutating func write(
    _ text: StyledText, column: Int, row: Int, width: Int? = nil, alignment: Alignment = .left
  ) -> Int {
    let shown = width.map { text.truncated(to: $0) } ?? text
    let spare = width.map { max(0, $0 - shown.width) } ?? 0
    var next = column
    switch alignment {
    case .left: break
    case .right: next += spare
    case .center: next += spare / 2
    }
    for span in shown.spans {
      next += write(span.text, column: next, row: row, style: span.style)
    }
    return next - column
  }

  /// Fills a part of the canvas, or all of it, with a character of one column.
  package mutating func fill(
    _ rect: Rect? = nil, with text: String = " ", style: Style = .normal
  ) {
    let part = visible(rect ?? bounds)
    var reader = ClusterReader(frame.glyphs.twin(of: text))
    let cluster = reader.next().flatMap { $0.width == 1 ? $0 : nil } ?? .space
    for row in part.row..<part.endRow {
      for column in part.column..<part.endColumn {
        frame.put(cluster, column: column, row: row, style: style, clip: clip)
      }
    }
  }

  /// Changes the styles in a part of the canvas and leaves its text.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let part = visible(rect)
    for row in part.row..<part.endRow {
      for column in part.column..<part.endColumn {
        frame.restyle(column: column, row: row, change)
      }
    }
  }

  /// Puts the terminal's cursor there; a place that is not visible hides it.
  package mutating func showCursor(column: Int, row: Int) {
    let point = Point(column: area.column + column, row: area.row + row)
    frame.cursor = clip.contains(point) ? point : nil
  }

  /// Draws in a part of this canvas.
  package mutating func within<R>(_ rect: Rect, _ body: (inout Canvas) -> R) -> R {
    let inner = Rect(
      column: area.column + rect.column, row: area.row + rect.row,
      columns: rect.columns, rows: rect.rows)
    var canvas = Canvas(frame: Frame(size: .zero), area: inner, clip: clip)
    // Moved and not copied: the cells have one owner at any time.
    swap(&canvas.frame, &frame)
    defer { swap(&canvas.frame, &frame) }
    return body(&canvas)
  }

  /// A part of the canvas in the frame's cells, cut to what is visible.
  private func visible(_ rect: Rect) -> Rect {
    Rect(
      column: area.column + rect.column, row: area.row + rect.row,
      columns: rect.columns, rows: rect.rows
    ).intersection(clip)
  }
}
