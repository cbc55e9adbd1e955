// Splitting a rectangle into the parts of a page.

extension Rect {
  /// Parts stacked from above to below, one for each length; parts without room are empty.
  package func splitRows(_ lengths: [Length]) -> [Rect] {
    var next = row
    return Length.divide(lengths, total: rows).map { height in
      defer { next += height }
      return Rect(column: column, row: next, columns: columns, rows: height)
    }
  }

  /// Parts side by side, `gap` columns apart; parts without room are empty.
  package func splitColumns(_ lengths: [Length], gap: Int = 0) -> [Rect] {
    let gaps = max(0, lengths.count - 1) * gap
    var next = column
    return Length.divide(lengths, total: columns - gaps).map { width in
      let start = min(next, endColumn)
      next += width + gap
      return Rect(column: start, row: row, columns: width, rows: rows)
    }
  }
}
