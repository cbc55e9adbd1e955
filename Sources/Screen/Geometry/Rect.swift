/// A rectangle of terminal cells: half open, so that `endColumn` and `endRow` lie just outside.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The rectangle of a size at the origin.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var size: Size { Size(columns: columns, rows: rows) }
  package var endColumn: Int { column + columns }
  package var endRow: Int { row + rows }
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both rectangles cover; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without that many columns on either side and rows above and below.
  package func inset(columns insetColumns: Int, rows insetRows: Int) -> Rect {
    Rect(
      column: column + insetColumns, row: row + insetRows,
      columns: columns - 2 * insetColumns, rows: rows - 2 * insetRows)
  }

  /// A rectangle of that size, or of what fits, in the middle of this one: the place of a dialog.
  package func centered(_ size: Size) -> Rect {
    let width = min(max(0, size.columns), columns)
    let height = min(max(0, size.rows), rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2,
      columns: width, rows: height)
  }
}
