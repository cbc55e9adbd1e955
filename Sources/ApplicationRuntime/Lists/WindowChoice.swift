// The rows of a window, chosen out of a stream of all rows.

import Workflow

/// Keeps, of any number of rows, those that stand nearest to a place in their order.
///
/// Rows come in any order. What is kept is at most twice what the window wants, whatever came.
struct WindowChoice<Row: ListedRow> {
  private struct Candidate {
    let row: Row
    let key: ListKey
  }

  private let request: ListRequest<Row>
  private let precedes: (ListPlace, ListPlace) -> Bool
  private let anchor: Candidate?
  /// Those before the anchor, and those from it on; each is trimmed when it has grown too long.
  private var before: [Candidate] = []
  private var behind: [Candidate] = []
  private(set) var countBefore = 0
  private(set) var countBehind = 0
  /// Beyond it nothing is kept any more; set at each trimming.
  private var firstKept: Candidate?
  private var lastKept: Candidate?

  /// - Parameter precedes: the order in which the store keeps the rows.
  init(_ request: ListRequest<Row>, precedes: @escaping (ListPlace, ListPlace) -> Bool) {
    self.request = request
    self.precedes = precedes
    if case .near(let row) = request.anchor {
      anchor = Candidate(row: row, key: Self.key(of: row, request))
    } else {
      anchor = nil
    }
  }

  private static func key(of row: Row, _ request: ListRequest<Row>) -> ListKey {
    request.order.map { row.key(of: $0.field) } ?? .absent
  }

  /// How many rows one side may have.
  private var capacity: Int { anchor == nil ? request.span * 2 : request.span }

  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    let isDescending = request.order?.isDescending ?? false
    return left.key.precedes(right.key, descending: isDescending)
      ?? precedes(left.row.listPlace, right.row.listPlace)
  }

  mutating func add(_ row: Row) {
    let candidate = Candidate(row: row, key: Self.key(of: row, request))
    let isBeforeAnchor =
      switch request.anchor {
      case .first: false
      case .last: true
      case .near: anchor.map { isBefore(candidate, $0) } ?? false
      }
    if isBeforeAnchor {
      countBefore += 1
      if let firstKept, isBefore(candidate, firstKept) { return }
      before.append(candidate)
      if before.count >= capacity * 2 { trimBefore() }
    } else {
      countBehind += 1
      if let lastKept, isBefore(lastKept, candidate) { return }
      behind.append(candidate)
      if behind.count >= capacity * 2 { trimBehind() }
    }
  }

  private mutating func trimBefore() {
    before = before.sorted(by: isBefore).suffix(capacity)
    if before.count == capacity { firstKept = before.first }
  }

  private mutating func trimBehind() {
    behind = Array(behind.sorted(by: isBefore).prefix(capacity))
    if behind.count == capacity { lastKept = behind.last }
  }

  /// The rows that were chosen of those that came so far.
  mutating func window(total: Int, looked: Int, isComplete: Bool) -> Window<Row> {
    trimBefore()
    trimBehind()
    return Window(
      rows: (before + behind).map(\.row), next: nil,
      extent: ListExtent(
        before: countBefore - before.count, after: countBehind - behind.count, total: total,
        looked: looked, isComplete: isComplete))
  }
}
