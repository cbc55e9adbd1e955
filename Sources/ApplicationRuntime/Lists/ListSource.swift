// A list as it is read: a stretch of it at a time, in the order of the store.

import Workflow
import WorkflowRuntime

/// Some rows of a list that stand together.
struct ListPortion<Row: Hashable & Sendable> {
  var rows: [Row]
  /// Where the last one that was read stands; what cannot be shown any more is no row.
  var last: ListPlace?
  /// Whether the list ends here.
  var isAtEnd: Bool

  init(rows: [Row], last: ListPlace?, isAtEnd: Bool) {
    self.rows = rows
    self.last = last
    self.isAtEnd = isAtEnd
  }

  init<Stored>(
    _ stored: [Stored], _ stretch: ListStretch, _ place: (Stored) -> ListPlace,
    _ row: (Stored) throws -> Row?
  ) rethrows {
    self.init(
      rows: try stored.compactMap(row), last: stored.last.map(place),
      isAtEnd: stored.count < stretch.limit)
  }
}

/// How the rows of a list are come by. Who may see them was asked before it was made.
struct ListSource<Row: ListedRow> {
  /// What the order of the store is called, where it has a name.
  var order: ListOrder?
  /// Whether a place comes before another one in the order of the store.
  let precedes: (ListPlace, ListPlace) -> Bool
  let rows: (any StoreReading, Organization, ListStretch) throws -> ListPortion<Row>
  /// How many rows stand before a place, or are there at all.
  let count: (any StoreReading, ListPlace?) throws -> Int
}

extension ListPlace {
  static func newestFirst(_ left: ListPlace, _ right: ListPlace) -> Bool {
    (left.time ?? .distantFuture, left.number, left.id)
      > (right.time ?? .distantFuture, right.number, right.id)
  }

  static func oldestFirst(_ left: ListPlace, _ right: ListPlace) -> Bool {
    newestFirst(right, left)
  }
}
