import Screen

// What changed from one frame to the next: all that is handed to ncurses.

extension Frame {
  /// Calls `body` for every cell to be drawn, from left to right in each row; the right halves of wide
  /// characters are drawn with their left ones.
  ///
  /// - Parameter old: the frame that is drawn now; nil, or one of another size: everything differs.
  func forEachDifference(
    from old: Frame?, _ body: (_ column: Int, _ row: Int, _ cell: Cell) -> Void
  ) {
    let old = old?.size == size ? old : nil
    for row in 0..<size.rows {
      let cells = cells(row: row)
      guard let old else {
        for (column, cell) in cells.enumerated() where cell.width > 0 { body(column, row, cell) }
        continue
      }
      let before = old.cells(row: row)
      for (column, (cell, drawn)) in zip(cells, before).enumerated()
      where cell != drawn && cell.width > 0 {
        body(column, row, cell)
      }
    }
  }
}
