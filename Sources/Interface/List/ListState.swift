// A list with its selection, marks, filter and order. It knows rows, not what they stand for.

import ApplicationRuntime
import Screen

/// The state of one list.
///
/// The selection stays on its identity: rows that come or go never move it. What is shown is
/// `visible`: the rows that pass the filter, in the chosen order.
package struct ListState: Sendable {
  package struct Sort: Hashable, Sendable {
    package var column: Int
    package var isDescending: Bool
  }

  /// The columns, as wide as their content wants them.
  package private(set) var columns: [Column]
  package internal(set) var all: [ListRow] = []
  package internal(set) var visible: [ListRow] = []
  package var selection: String?
  /// The first visible row that is on the screen.
  package var top = 0
  /// How many rows are on the screen.
  package var height = 1
  package internal(set) var marks: Set<String> = []
  package private(set) var filter = RowFilter.none
  package private(set) var sort: Sort?
  /// Where the rows lie in their list; nil when they are all of it.
  package internal(set) var reach: ListReach?
  /// Marked rows of a long list that are not among those that were read.
  var marksElsewhere: [String: ListRow] = [:]
  /// The end of a long list that one wants to go to, until its rows are there.
  var jump: Jump?
  /// The order that was asked for; the rows of a long list stand in it once they are read.
  var wantedOrder: ListOrder?
  /// How far one went beyond the rows that were read.
  var owed = 0
  /// Rows that appeared above the screen since it was last scrolled there.
  package internal(set) var newAbove = 0
  /// Cells that changed with the last news, by row.
  package private(set) var changed: [String: Set<Int>] = [:]
  private(set) var calendar: FilterCalendar?
  private let declared: [Column]
  /// The widest cell that each column has had; columns never become narrower under one's eyes.
  private var widest: [Int]
  /// A row to select as soon as it is there: what was made or looked at elsewhere.
  package var awaitedSelection: String?

  package init(columns: [Column], sort: Sort? = nil) {
    declared = columns
    widest = columns.map { _ in 0 }
    self.columns = columns.map { $0.fitted(to: 0) }
    self.sort = sort
  }

  package var selectedIndex: Int? {
    selection.flatMap { id in visible.firstIndex { $0.id == id } }
  }

  package var selectedRow: ListRow? { selectedIndex.map { visible[$0] } }

  /// The marked rows that the filter shows, in their order.
  package var markedRows: [ListRow] {
    marks.isEmpty ? [] : visible.filter { marks.contains($0.id) } + passingElsewhere
  }

  /// How many marked rows the filter hides.
  package var hiddenMarks: Int { marks.count - markedRows.count }

  // MARK: Rows

  /// Takes in the rows as they are now.
  ///
  /// - Parameter reach: where they lie in a list that has more of them.
  package mutating func replace(
    _ rows: [ListRow], calendar: FilterCalendar, reach: ListReach? = nil
  ) {
    self.calendar = calendar
    noteChanges(to: rows)
    let index = selectedIndex
    let firstShown = visible.indices.contains(top) ? visible[top].id : nil
    let former = visible
    let formerRank = firstShown.flatMap { self.rank(of: $0) }
    keepMarks(of: rows, reach: reach)
    all = rows
    self.reach = reach
    arrange()
    restoreSelection(formerIndex: index, firstShown: firstShown, former: former)
    countNew(known: Set(former.map(\.id)), firstShown: firstShown, rank: formerRank)
    land()
    if let awaited = awaitedSelection, visible.contains(where: { $0.id == awaited }) {
      awaitedSelection = nil
      selection = awaited
      settle()
    }
  }

  /// So many rows say how wide the columns want to be.
  private static let measured = 500

  /// Fits the columns to the rows; two lists with the same columns are given the rows of both.
  package mutating func fitColumns(to rows: [ListRow]) {
    for row in rows.prefix(Self.measured) {
      for (index, cell) in row.cells.enumerated().prefix(declared.count)
      where declared[index].least != nil && !cell.spansRest {
        // Wider than that no column becomes.
        widest[index] = max(widest[index], cell.text.truncated(to: 60).displayWidth)
      }
    }
    columns = zip(declared, widest).map { $0.fitted(to: $1) }
  }

  package mutating func clearChanges() { changed = [:] }

  private mutating func noteChanges(to rows: [ListRow]) {
    guard !all.isEmpty else { return }
    let former = Dictionary(all.map { ($0.id, $0.cells) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      guard let cells = former[row.id], cells.count == row.cells.count else { continue }
      let columns = row.cells.indices.filter {
        row.cells[$0].text != cells[$0].text && !row.cells[$0].isTimed
      }
      if !columns.isEmpty { changed[row.id, default: []].formUnion(columns) }
    }
  }

  private mutating func restoreSelection(
    formerIndex: Int?, firstShown: String?, former: [ListRow]
  ) {
    if selection == nil || selectedIndex == nil {
      selection = neighbor(of: formerIndex, in: former) ?? visible.first?.id
    }
    // The selected row keeps its place on the screen: what is new goes above or below it.
    if let formerIndex, let now = selectedIndex {
      top = max(0, now - (formerIndex - top))
    } else if let firstShown, let now = visible.firstIndex(where: { $0.id == firstShown }) {
      top = now
    }
    settle()
  }

  /// The row that took the place of one that is gone, else the one before it.
  private func neighbor(of index: Int?, in former: [ListRow]) -> String? {
    guard let index, !visible.isEmpty else { return nil }
    guard reach != nil else { return visible[min(index, visible.count - 1)].id }
    // Of a long list the window may be another one: then places say nothing.
    let now = Set(visible.map(\.id))
    return former.dropFirst(index).first { now.contains($0.id) }?.id
      ?? former.prefix(index).last { now.contains($0.id) }?.id
  }

  private mutating func arrange() {
    visible = all
    if let calendar, !filter.isEmpty {
      visible = all.filter { filter.matches($0.filter, calendar: calendar) }
    }
    // Of a long list the engine gives the rows in their order.
    guard let sort, reach == nil else { return }
    let places = visible.enumerated().sorted { left, right in
      guard left.element.cells.indices.contains(sort.column),
        right.element.cells.indices.contains(sort.column)
      else { return left.offset < right.offset }
      let order = left.element.cells[sort.column].order
        .precedes(right.element.cells[sort.column].order, descending: sort.isDescending)
      return order ?? (left.offset < right.offset)
    }
    visible = places.map(\.element)
  }

  // MARK: Filter, order, marks

  package mutating func set(filter: RowFilter) {
    guard filter != self.filter else { return }
    self.filter = filter
    arrange()
    if selectedIndex == nil {
      selection = visible.first?.id
      if reach != nil { jump = .first }
    }
    newAbove = 0
    settle()
  }

  /// Sorts by a column; nil is the store's own order.
  package mutating func set(sort: Sort?) {
    self.sort = sort.flatMap { columns.indices.contains($0.column) ? $0 : nil }
    arrange()
    settle()
  }

  package mutating func sort(by column: Int) {
    let isSame = sort?.column == column
    sort = Sort(column: column, isDescending: isSame ? !(sort?.isDescending ?? true) : false)
    arrange()
    settle()
  }

  package mutating func reverse() {
    sort = Sort(column: sort?.column ?? 0, isDescending: !(sort?.isDescending ?? false))
    arrange()
    settle()
  }

  /// Marks the selected row or takes its mark away, and goes to the next.
  package mutating func toggleMark() {
    guard let id = selectedRow?.id else { return }
    if marks.remove(id) == nil { marks.insert(id) }
    move(by: 1)
  }

  /// Marks everything that is shown; takes all marks away when everything is marked.
  package mutating func toggleAllMarks() {
    let shown = Set(visible.map(\.id))
    if shown.isSubset(of: marks) { marks.subtract(shown) } else { marks.formUnion(shown) }
  }

  /// Marks these rows and no other.
  package mutating func mark(only ids: [String]) {
    marks = Set(ids).intersection(all.map(\.id))
  }

  package mutating func clearMarks() {
    marks = []
    marksElsewhere = [:]
  }

  package mutating func unmark(_ id: String) {
    marks.remove(id)
    marksElsewhere[id] = nil
  }

  // MARK: Movement

  package mutating func move(by distance: Int) {
    guard !visible.isEmpty else { return }
    if leaps(by: distance) { return }
    let target = (selectedIndex ?? 0) + owed + distance
    select(index: target)
    owe(target)
  }

  package mutating func select(index: Int) {
    guard !visible.isEmpty else { return }
    awaitedSelection = nil
    jump = nil
    owed = 0
    selection = visible[min(max(0, index), visible.count - 1)].id
    settle()
  }

  /// The wheel: the rows move, and the selection only as far as it must to stay on the screen.
  package mutating func scroll(by distance: Int) {
    top = min(max(0, top + distance), max(0, visible.count - height))
    if let index = selectedIndex, !visible.isEmpty {
      selection = visible[min(max(index, top), min(top + height, visible.count) - 1)].id
    }
    if isAtTop { newAbove = 0 }
  }

  /// Keeps the selection on the screen and the screen filled.
  package mutating func settle() {
    if let index = selectedIndex {
      if index < top { top = index }
      if index >= top + height { top = index - height + 1 }
    }
    top = min(top, max(0, visible.count - height))
    if top < 0 { top = 0 }
    if isAtTop { newAbove = 0 }
  }
}
