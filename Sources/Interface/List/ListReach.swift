// Where the rows of a list lie in a longer one.

import ApplicationRuntime

/// What a list knows of the rows that were not read.
package struct ListReach: Hashable, Sendable {
  package let extent: ListExtent
  /// The filter that the rows passed.
  let filter: RowFilter
  /// The order in which they stand.
  let order: ListOrder?
  /// Whether they stand as those that were there before.
  let isSameOrder: Bool
}
