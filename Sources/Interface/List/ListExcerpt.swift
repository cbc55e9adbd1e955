// What a page has read of a list in the store, and what it wants to read of it.

import ApplicationRuntime
import Screen

/// A window of a list, around the cursor.
///
/// A list that fits in the window is read whole: then the page filters and sorts it by itself, at
/// once. Of a longer one the engine filters and sorts, and the window follows the cursor; what is in
/// memory never grows with what was scrolled.
struct ListExcerpt<Row: ListedRow>: Sendable {
  /// What is asked for at first, and again when the list is short enough to be read whole.
  private let initial: ListRequest<Row>
  /// By which field each column is sorted.
  private let fields: [String]
  private(set) var request: ListRequest<Row>
  private(set) var rows: [Row] = []
  /// Marked rows that are not in the window now.
  private var elsewhere: [String: Row] = [:]
  private(set) var extent: ListExtent?
  /// What the rows are the answer to.
  private var answered: ListRequest<Row>?
  /// Whether the last two windows were of the same rows in the same order.
  private(set) var isSameOrder = false

  init(fields: [String], order: ListOrder? = nil) {
    self.fields = fields
    initial = ListRequest(order: order)
    request = initial
  }

  var isLoaded: Bool { extent != nil }

  /// Whether all rows of the list are here.
  var isWhole: Bool {
    guard let extent, let answered else { return false }
    return answered.filter.isEmpty && extent.before == 0 && extent.after == 0 && extent.isComplete
  }

  /// What the list must know of the window; nil when it is the whole list.
  var reach: ListReach? {
    guard let extent, let answered, !isWhole else { return nil }
    return ListReach(
      extent: extent, filter: answered.filter, order: answered.order, isSameOrder: isSameOrder)
  }

  func row(_ id: String?) -> Row? {
    guard let id else { return nil }
    return rows.first { $0.listID == id } ?? elsewhere[id]
  }

  /// Rows that were kept though they are no longer in the list go.
  mutating func drop(_ ids: Set<String>) { rows.removeAll { ids.contains($0.listID) } }

  /// Nothing that was read counts any more: another list is shown.
  mutating func forget() {
    request = initial
    rows = []
    elsewhere = [:]
    extent = nil
    answered = nil
  }

  // MARK: Answers

  /// Takes in a window, unless something else is wanted by now.
  ///
  /// - Parameter kept: rows that stay where they were, though they are no longer in the list.
  mutating func take(
    _ window: Window<Row>, for request: ListRequest<Row>, marks: Set<String>,
    keeping kept: Set<String> = []
  ) {
    guard request == self.request else { return }
    var rows = window.rows
    let known = Set(rows.map(\.listID))
    for row in self.rows + elsewhere.values where marks.contains(row.listID) {
      elsewhere[row.listID] = row
    }
    elsewhere = elsewhere.filter { marks.contains($0.key) && !known.contains($0.key) }
    for (index, row) in self.rows.enumerated()
    where kept.contains(row.listID) && !known.contains(row.listID) {
      if let place = place(of: index, in: rows) { rows.insert(row, at: place) }
    }
    isSameOrder = answered.map { $0.filter == request.filter && $0.order == request.order } ?? false
    self.rows = rows
    answered = request
    extent =
      window.extent
      ?? ListExtent(after: window.next == nil ? 0 : 1, total: window.rows.count)
  }

  /// Where a row that is gone belongs: beside the nearest one that is still there.
  private func place(of index: Int, in rows: [Row]) -> Int? {
    if isWhole { return min(index, rows.count) }
    for next in self.rows.dropFirst(index + 1) {
      if let place = rows.firstIndex(where: { $0.listID == next.listID }) { return place }
    }
    for former in self.rows.prefix(index).reversed() {
      if let place = rows.firstIndex(where: { $0.listID == former.listID }) { return place + 1 }
    }
    return rows.isEmpty ? 0 : nil
  }

  // MARK: What is wanted

  /// Follows the cursor, the filter and the order of the list that shows it.
  mutating func follow(_ list: inout ListState) {
    guard let extent else { return }
    if isWhole || extent.total <= request.span * 2 && extent.isComplete {
      list.jump = nil
      if !isWhole { request = initial }
      return
    }
    let order = list.sort.map { sort in
      ListOrder(
        fields.indices.contains(sort.column) ? fields[sort.column] : "",
        isDescending: sort.isDescending)
    }
    list.wantedOrder = order
    let selected = list.selectedIndex
    if list.filter != request.filter || order != request.order {
      // Where one was; a filter that the selected row does not pass begins at the first one.
      request.anchor = near(list) ?? .first
      request.filter = list.filter
      request.order = order
    }
    if let jump = list.jump {
      request.anchor = jump == .first ? .first : .last
    } else if answered == request, let selected {
      let margin = min(request.span - 1, max(50, list.height * 2))
      let isNearTop = selected < margin && extent.before > 0
      let isNearEnd = selected >= list.visible.count - margin && extent.after > 0
      if isNearTop || isNearEnd, let near = near(list) { request.anchor = near }
    }
  }

  /// Before news is read: the window goes where the cursor is, so that whatever came or went, the
  /// selected row is in it.
  mutating func gather(around list: ListState) {
    guard isLoaded, !isWhole, list.jump == nil, let near = near(list) else { return }
    request.anchor = near
  }

  /// For a list that nobody looks at: it shows its beginning.
  mutating func gatherFirst() {
    if isLoaded, !isWhole { request.anchor = .first }
  }

  /// Everything that passes, up to a number of rows, in one window.
  mutating func wantAll(_ list: ListState, limit: Int) {
    if isWhole { return }
    let order = list.sort.flatMap { sort in
      fields.indices.contains(sort.column)
        ? ListOrder(fields[sort.column], isDescending: sort.isDescending) : nil
    }
    request = ListRequest(.first, filter: list.filter, order: order, span: limit / 2)
  }

  private func near(_ list: ListState) -> ListRequest<Row>.Anchor? {
    row(list.selection).map { .near($0) }
  }
}
