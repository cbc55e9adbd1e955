/// Which columns of a table are shown at a width, where, and how wide.
///
///     let layout = ColumnLayout(
///       [
///         Column("Document", .fixed(10)),
///         Column("Title", .flexible(minimum: 12)),
///         Column("From", .fixed(14), priority: 2),
///       ],
///       width: canvas.columns)
///     for place in layout.placements { … }
package struct ColumnLayout: Hashable, Sendable {
  package struct Placement: Hashable, Sendable {
    /// The position in the columns that were given.
    package let index: Int
    package let column: Int
    package let width: Int
    package let alignment: Alignment
  }

  /// The columns that are shown, from left to right.
  package let placements: [Placement]

  package init(_ columns: [Column], width: Int, gap: Int = 2) {
    var shown = Array(columns.indices)
    func needed() -> Int {
      shown.reduce(0) { $0 + columns[$1].width.minimum } + max(0, shown.count - 1) * gap
    }
    // Of equal priorities the rightmost goes first: the eye starts at the left.
    while needed() > width,
      let victim = shown.filter({ columns[$0].priority > 0 })
        .max(by: { (columns[$0].priority, $0) < (columns[$1].priority, $1) })
    {
      shown.removeAll { $0 == victim }
    }
    let gaps = max(0, shown.count - 1) * gap
    let cells = Length.divide(
      shown.map { columns[$0].width }, total: width - gaps,
      maxima: shown.map { columns[$0].maximum })
    var next = 0
    var placements: [Placement] = []
    for (index, cells) in zip(shown, cells) where cells > 0 {
      placements.append(
        Placement(index: index, column: next, width: cells, alignment: columns[index].alignment))
      next += cells + gap
    }
    self.placements = placements
  }

  /// Where a column is shown; nil when it was dropped.
  package func placement(of index: Int) -> Placement? {
    placements.first { $0.index == index }
  }

  /// The column that a click belongs to; the gap belongs to the column at its left.
  package func index(at column: Int) -> Int? {
    guard column >= 0 else { return nil }
    return placements.last { $0.column <= column }?.index
  }
}
