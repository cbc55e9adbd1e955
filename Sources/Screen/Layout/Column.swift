/// One column of a table: what it is called and what it wants of the width.
package struct Column: Hashable, Sendable {
  package let title: String
  package let width: Length

  /// When the width shrinks the columns with the highest priority number go first; 0 never goes.
  package let priority: Int
  package let alignment: Alignment

  /// Where a flexible column stops growing; nil: nowhere.
  package var maximum: Int?

  /// Where the column is no wider than what stands in it, the least that it takes; see ``fitted(to:)``.
  package let least: Int?

  package init(
    _ title: String, _ width: Length, priority: Int = 0, alignment: Alignment = .left,
    maximum: Int? = nil, least: Int? = nil
  ) {
    self.title = title
    self.width = width
    self.priority = priority
    self.alignment = alignment
    self.maximum = maximum
    self.least = least
  }

  /// The column for cells of which the widest takes that many columns. Its own width is the most that
  /// it then takes; a column that does not follow its content stays as it is.
  package func fitted(to widest: Int) -> Column {
    guard let least else { return self }
    let wanted = max(widest, title.displayWidth, least)
    switch width {
    case .fixed(let cells):
      return Column(
        title, .fixed(min(cells, wanted)), priority: priority, alignment: alignment,
        maximum: maximum, least: least)
    case .flexible(let minimum, let weight):
      return Column(
        title, .flexible(minimum: min(minimum, wanted), weight: weight), priority: priority,
        alignment: alignment, maximum: min(maximum ?? wanted, wanted), least: least)
    }
  }
}
