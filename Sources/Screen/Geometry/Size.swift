/// An extent in terminal cells.
package struct Size: Hashable, Sendable {
  package static let zero = Size(columns: 0, rows: 0)

  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
