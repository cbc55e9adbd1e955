// What a screen asks of a list: which of its rows, filtered and in which order.

import Workflow
import WorkflowRuntime

/// A window of a list: the rows around a place, of those that pass a filter, in an order.
///
/// Whatever is asked for, what is read into memory is bounded by `span`, and never by how far the
/// place is from the beginning.
package struct ListRequest<Row: ListedRow>: Hashable, Sendable {
  /// Around which place the window lies.
  package enum Anchor: Hashable, Sendable {
    case first
    case last
    /// Around a row, or the place where it was.
    case near(Row)
  }

  package var anchor: Anchor
  package var filter: RowFilter
  /// Nil is as the store keeps them.
  package var order: ListOrder?
  /// So many rows before the place, and so many from it on.
  package var span: Int

  /// What a screen reads at a time, on either side.
  package static var usualSpan: Int { 300 }

  package init(
    _ anchor: Anchor = .first, filter: RowFilter = .none, order: ListOrder? = nil,
    span: Int = usualSpan
  ) {
    self.anchor = anchor
    self.filter = filter
    self.order = order
    self.span = span
  }
}

/// By which field the rows of a list stand; rows without it come last in either direction.
package struct ListOrder: Hashable, Sendable {
  /// As a filter names it.
  package var field: String
  package var isDescending: Bool

  package init(_ field: String, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }
}

/// Where a window lies in its list.
public struct ListExtent: Hashable, Sendable {
  /// How many rows that pass the filter stand before the window, and behind it.
  public var before: Int
  public var after: Int
  /// How many rows the list has, whether they pass or not.
  public var total: Int
  /// How many rows the filter was held against; all of them once it is complete.
  public var looked: Int
  /// Whether this is all, and not what was found so far.
  public var isComplete: Bool

  public init(
    before: Int = 0, after: Int = 0, total: Int, looked: Int? = nil, isComplete: Bool = true
  ) {
    self.before = before
    self.after = after
    self.total = total
    self.looked = looked ?? total
    self.isComplete = isComplete
  }
}
