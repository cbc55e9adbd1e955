// A list of which only a window is read: what lies beyond it.

import ApplicationRuntime

extension ListState {
  package enum Jump: Hashable, Sendable { case first, last }

  /// Whether there are rows before those that were read, and behind them.
  var hasBefore: Bool { reach.map { $0.extent.before > 0 } ?? false }
  var hasAfter: Bool { reach.map { $0.extent.after > 0 } ?? false }

  /// Whether nothing stands above the screen.
  var isAtTop: Bool { top == 0 && !hasBefore }

  /// Whether the rows are those of another filter or order than the one that is on now.
  var isOutdated: Bool { reach.map { $0.filter != filter || $0.order != wantedOrder } ?? false }

  /// How many rows the filter was held against.
  var looked: Int { reach?.extent.looked ?? all.count }

  /// How many rows there are, whether they pass or not.
  package var total: Int { reach?.extent.total ?? all.count }

  /// Whether all rows were looked at.
  var isComplete: Bool { reach?.extent.isComplete ?? true }

  /// How many pass the filter, read or not.
  package var passing: Int {
    guard let reach else { return visible.count }
    // A filter that is being typed was not held against the others yet.
    guard reach.filter == filter else { return visible.count }
    return max(visible.count, reach.extent.before + all.count + reach.extent.after)
  }

  /// `7 of 7`; of what is still being looked at, what was found so far: `312… of 100000`.
  package var countText: String {
    let isFinal = isComplete && (reach.map { $0.filter == filter } ?? true)
    let most = total >= Engine.greatestRowCount ? "+" : ""
    return "\(passing)\(isFinal ? "" : "…") of \(total)\(most)"
  }

  // MARK: Marks

  /// Marked rows pass on when the window moves on; of a list that is read whole they go with it.
  mutating func keepMarks(of rows: [ListRow], reach: ListReach?) {
    let ids = Set(rows.map(\.id))
    guard reach != nil else {
      marks.formIntersection(ids)
      marksElsewhere = [:]
      return
    }
    guard !marks.isEmpty else { return }
    for row in all where marks.contains(row.id) { marksElsewhere[row.id] = row }
    marksElsewhere = marksElsewhere.filter { marks.contains($0.key) && !ids.contains($0.key) }
  }

  /// Marked rows that were read once and pass the filter.
  var passingElsewhere: [ListRow] {
    guard !marksElsewhere.isEmpty else { return [] }
    let rows = marksElsewhere.values.sorted { $0.id < $1.id }
    guard let calendar, !filter.isEmpty else { return rows }
    return rows.filter { filter.matches($0.filter, calendar: calendar) }
  }

  // MARK: News

  /// The place of a row in the whole list.
  func rank(of id: String) -> Int? {
    guard let reach, reach.extent.isComplete, let index = all.firstIndex(where: { $0.id == id })
    else { return nil }
    return reach.extent.before + index
  }

  /// What came above the screen: rows that were not there, or those by which the first row of the
  /// screen was pushed down. Rows that were only read now are no news.
  mutating func countNew(known: Set<String>, firstShown: String?, rank former: Int?) {
    guard !known.isEmpty else { return }
    guard let reach else {
      if former == nil { newAbove += visible.prefix(top).count { !known.contains($0.id) } }
      return
    }
    guard reach.isSameOrder, let former, let now = firstShown.flatMap({ rank(of: $0) }) else {
      return
    }
    newAbove += max(0, now - former)
    if isAtTop { newAbove = 0 }
  }

  // MARK: Movement

  /// To an end of the list that may not be read yet.
  ///
  /// - Returns: whether its rows must be read first.
  mutating func leaps(by distance: Int) -> Bool {
    guard abs(distance) >= ListWindow.wholeList else { return false }
    guard isOutdated || (distance < 0 ? hasBefore : hasAfter) else { return false }
    jump = distance < 0 ? .first : .last
    owed = 0
    return true
  }

  /// Remembers how far beyond the rows that were read one wanted to go.
  mutating func owe(_ target: Int) {
    if target < 0, hasBefore { owed = target }
    if target >= visible.count, hasAfter { owed = target - visible.count + 1 }
  }

  /// Goes where one wanted to go, now that the rows are there.
  mutating func land() {
    guard let reach, !isOutdated, !visible.isEmpty else {
      owed = 0
      if reach == nil { jump = nil }
      return
    }
    if let wanted = jump {
      guard wanted == .first ? !hasBefore : !hasAfter else { return }
      select(index: wanted == .first ? 0 : visible.count - 1)
      // What is found later may stand before it.
      if !reach.extent.isComplete { jump = wanted }
    } else if owed != 0 {
      let distance = owed
      owed = 0
      move(by: distance)
    }
  }
}

extension InterfaceState {
  /// Marks are set on rows that were read: of a long list these are not all.
  mutating func tellMarksOfLongList() {
    guard let list = page.list, list.hasBefore || list.hasAfter, !list.marks.isEmpty else { return }
    tell(
      "Marked the \(list.markedRows.count) rows around the cursor, of \(list.passing). "
        + "A filter that leaves fewer, or --filter of a command, takes them all.")
  }
}
