// Lists through windows: only what fits the filter, never a whole table in memory.

import ApplicationRuntime
import Workflow

extension Session {
  static let usualLimit = 100
  private static let windowSize = 200

  /// What `--filter` says; a field that is not there, and what cannot be compared, is refused.
  func filter(among fields: some Sequence<String>) throws -> RowFilter {
    let filter = RowFilter(options.filter ?? "")
    let unknown = filter.unknownFields(among: fields)
    guard unknown.isEmpty else {
      throw EngineError(
        .usage, "--filter: there is no field “\(unknown.joined(separator: "”, “"))” here.",
        details: ["fields: " + fields.map { $0 }.joined(separator: ", ")])
    }
    let mistakes = try filter.isEmpty ? [] : filter.unreadable(calendar: filterCalendar())
    guard mistakes.isEmpty else {
      throw EngineError(.usage, "--filter: " + mistakes.joined(separator: " "))
    }
    return filter
  }

  /// Reads windows until there are enough rows that fit the filter.
  ///
  /// - Parameter read: the window behind a cursor, of at most so many rows.
  func rows<Row: Hashable & Sendable>(
    filteredBy fields: some Sequence<String>, _ row: (Row) -> FilterRow,
    read: (_ after: String?, _ limit: Int) throws -> Window<Row>
  ) throws -> Window<Row> {
    let limit = options.limit ?? Self.usualLimit
    let filter = try filter(among: fields)
    guard !filter.isEmpty else { return try read(options.after, limit) }
    let calendar = try filterCalendar()
    var found: [Row] = []
    var cursor = options.after
    while true {
      let window = try read(cursor, Self.windowSize)
      for (index, candidate) in window.rows.enumerated()
      where filter.matches(row(candidate), calendar: calendar) {
        found.append(candidate)
        guard found.count == limit else { continue }
        let isLast = index == window.rows.count - 1
        // A cursor in the middle of a window is that of the window that ends there.
        return Window(
          rows: found, next: isLast ? window.next : try read(cursor, index + 1).next)
      }
      guard let next = window.next else { return Window(rows: found, next: nil) }
      cursor = next
    }
  }
}
