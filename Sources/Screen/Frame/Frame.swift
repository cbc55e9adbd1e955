/// One picture of the whole screen: a grid of cells and the place of the cursor.
///
///     var frame = Frame(size: size, glyphs: glyphs)
///     frame.draw { canvas in canvas.write("Inbox", column: 1, row: 0, style: .title) }
///     print(frame.text)
package struct Frame: Hashable, Sendable {
  package let size: Size
  package let glyphs: Glyphs

  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Point?

  private var cells: [Cell]

  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place; a blank outside of the frame.
  package subscript(column: Int, row: Int) -> Cell {
    guard Rect(size).contains(Point(column: column, row: row)) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// All cells of a row, from left to right; none outside of the frame.
  package func cells(row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// Draws in a part of the frame, or in all of it. Nothing outside of that part changes.
  package mutating func draw<R>(in rect: Rect? = nil, _ body: (inout Canvas) -> R) -> R {
    var canvas = Canvas(frame: Frame(size: .zero), area: rect ?? Rect(size), clip: Rect(size))
    // Moved and not copied: the cells have one owner at any time.
    swap(&canvas.frame, &self)
    defer { swap(&canvas.frame, &self) }
    return body(&canvas)
  }

  /// Puts a cluster at a place, clipped, and repairs wide characters of which it covers a half.
  mutating func put(_ cluster: Cluster, column: Int, row: Int, style: Style, clip: Rect) {
    guard row >= clip.row, row < clip.endRow else { return }
    guard column + cluster.width > clip.column, column < clip.endColumn else { return }
    if cluster.width == 2, column < clip.column || column + 1 >= clip.endColumn {
      // Half of it would be cut off: a blank stands for the half that is left.
      let visible = column < clip.column ? column + 1 : column
      guard visible < clip.endColumn else { return }
      store(Cell(cluster: .space, style: style), column: visible, row: row)
      return
    }
    store(Cell(cluster: cluster, style: style), column: column, row: row)
    if cluster.width == 2 { store(.continuation(style), column: column + 1, row: row) }
  }

  /// Changes the style of a cell, and nothing else.
  mutating func restyle(column: Int, row: Int, _ change: (Style) -> Style) {
    let index = row * size.columns + column
    cells[index].style = change(cells[index].style)
  }

  private mutating func store(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.columns + column
    let old = cells[index]
    if old.width == 0, cell.width != 0, column > 0 {
      cells[index - 1] = Cell(cluster: .space, style: cells[index - 1].style)
    } else if old.width == 2, column + 1 < size.columns {
      cells[index + 1] = Cell(cluster: .space, style: cells[index + 1].style)
    }
    cells[index] = cell
  }
}
