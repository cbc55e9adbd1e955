// Reads a window of a list: by an index where the store has one for its order, else by looking at
// all rows and keeping few.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Counting the rows of a list ends here: nobody reads a longer one by its number.
  package static let greatestRowCount = 1_000_000

  /// So many rows are looked at in one reading.
  private static let portion = 500
  /// What is read at once is no longer than this; more is read in portions.
  private static let longestSpan = 1_000
  /// How often a long look at a list tells what it has found.
  private static let telling = Duration.milliseconds(150)

  /// - Parameters:
  ///   - isStopped: asked between two portions; the window is then what was found.
  ///   - soFar: told what was found, while it takes long.
  func window<Row>(
    _ request: ListRequest<Row>, of source: ListSource<Row>, as actor: Actor,
    isStopped: () -> Bool = { false }, soFar: (Window<Row>) -> Void = { _ in }
  ) throws -> Window<Row> {
    let isInOrder = request.order == nil ? source.order == nil : request.order == source.order
    guard isInOrder, request.filter.isEmpty, request.span <= Self.longestSpan else {
      return try chosen(
        request, isInOrder: isInOrder, of: source, as: actor, isStopped: isStopped, soFar: soFar)
    }
    return try reading(as: actor) { reading, organization in
      try Self.indexed(request, of: source, reading, organization)
    }
  }

  private static func indexed<Row>(
    _ request: ListRequest<Row>, of source: ListSource<Row>, _ reading: any StoreReading,
    _ organization: Organization
  ) throws -> Window<Row> {
    let whole = request.span * 2
    let total = try source.count(reading, nil)
    var rows: [Row]
    var before = 0
    switch request.anchor {
    case .first:
      rows = try source.rows(reading, organization, ListStretch(limit: whole)).rows
    case .last:
      let last = try source.rows(
        reading, organization, ListStretch(isBackwards: true, limit: whole))
      rows = last.rows.reversed()
      before = max(0, total - rows.count)
    case .near(let row):
      let nearest = try source.rows(
        reading, organization, ListStretch(from: row.listPlace, isBackwards: true, limit: 1))
      let above = try source.rows(
        reading, organization,
        ListStretch(from: row.listPlace, isBackwards: true, limit: request.span))
      let below = try source.rows(
        reading, organization, ListStretch(from: nearest.last, limit: request.span))
      rows = above.rows.reversed() + below.rows
      if let first = rows.first { before = try source.count(reading, first.listPlace) }
    }
    let after = max(0, total - before - rows.count)
    return Window(
      rows: rows, next: nil, extent: ListExtent(before: before, after: after, total: total))
  }

  /// Looks at all rows, a portion in each reading, and keeps those of the window.
  private func chosen<Row>(
    _ request: ListRequest<Row>, isInOrder: Bool, of source: ListSource<Row>, as actor: Actor,
    isStopped: () -> Bool, soFar: (Window<Row>) -> Void
  ) throws -> Window<Row> {
    var request = request
    if isInOrder { request.order = nil }
    let zone = try organization().zone
    let calendar = FilterCalendar(today: zone.day(of: now)) { zone.day(of: $0) }
    var choice = WindowChoice(request, precedes: source.precedes)
    var total: Int?
    var looked = 0
    var place: ListPlace?
    var isAtEnd = false
    var told = ContinuousClock.now
    while !isAtEnd, !isStopped() {
      let portion = try reading(as: actor) { reading, organization in
        if total == nil { total = try source.count(reading, nil) }
        return try source.rows(
          reading, organization, ListStretch(from: place, limit: Self.portion))
      }
      for row in portion.rows where request.filter.isEmpty || request.matches(row, calendar) {
        choice.add(row)
      }
      looked += portion.rows.count
      place = portion.last ?? place
      isAtEnd = portion.isAtEnd || portion.last == nil
      if !isAtEnd, told.duration(to: .now) >= Self.telling {
        told = .now
        let extent = ListExtent(
          total: max(total ?? 0, looked), looked: looked, isComplete: false)
        // A window that is no screen's is not put together again and again.
        soFar(
          request.span > Self.longestSpan
            ? Window(rows: [], next: nil, extent: extent)
            : choice.window(total: extent.total, looked: looked, isComplete: false))
      }
    }
    return choice.window(
      total: isAtEnd ? looked : max(total ?? 0, looked), looked: looked, isComplete: isAtEnd)
  }
}

extension ListRequest {
  fileprivate func matches(_ row: Row, _ calendar: FilterCalendar) -> Bool {
    filter.matches(row.filterRow, calendar: calendar)
  }
}
