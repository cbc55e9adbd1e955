// One row of a list, as pages make it of a read model.

import ApplicationRuntime
import Screen
import Workflow

/// A row: its identity, its cells in the order of the columns, and what a filter sees of it.
package struct ListRow: Hashable, Sendable {
  /// Stays the same for the same object, wherever it stands in the list.
  package let id: String
  package let cells: [ListCell]
  package let filter: FilterRow
  package let amount: Money?

  package init(id: String, cells: [ListCell], filter: FilterRow, amount: Money? = nil) {
    self.id = id
    self.cells = cells
    self.filter = filter
    self.amount = amount
  }
}
