/// One column of a table: what it is called and what it wants of the width.
package struct Column: Hashable, Sendable {
  package let title: String
  package let width: Length

  /// When the width shrinks the columns with the highest priority number go first; 0 never goes.
  package let priority: Int
  package let alignment: Alignment

  /// Where a flexible column stops growing; nil: nowhere.
  package var maximum: Int?

  package init(
    _ title: String, _ width: Length, priority: Int = 0, alignment: Alignment = .left,
    maximum: Int? = nil
  ) {
    self.title = title
    self.width = width
    self.priority = priority
    self.alignment = alignment
    self.maximum = maximum
  }
}
