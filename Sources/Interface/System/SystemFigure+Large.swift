// The figure with the frames of both runtimes: 80 by 16 cells, and more where there is more room.

import Screen

extension SystemFigure {
  static let large = Size(columns: 80, rows: 16)
  /// Wider and higher it only grows empty.
  static let largest = Size(columns: 132, rows: 25)

  mutating func layLarge() {
    size = Size(
      columns: min(size.columns, Self.largest.columns), rows: min(size.rows, Self.largest.rows))
    let wide = size.columns - Self.large.columns
    let high = size.rows - Self.large.rows
    let gap = 1 + min(3, high / 3)
    let handlerRows = min(9, 3 + high - (gap - 1))
    let left = 49 + wide * 3 / 5
    let queueWidth = 19 + min(10, wide / 4)
    let queue = Rect(column: left - 5 - queueWidth, row: 3, columns: queueWidth, rows: 6)
    let batch = Rect(column: queue.column, row: queue.endRow + gap, columns: queueWidth, rows: 5)
    let handlers = Rect(
      column: 3, row: batch.row, columns: 17 + min(12, wide / 4), rows: handlerRows + 2)
    let api = Rect(column: 3, row: 3, columns: 9 + min(6, wide / 6), rows: 3)
    let inner = Rect(column: left + 4, row: 1, columns: size.columns - left - 8, rows: 5)
    let runtime = Rect(column: inner.column, row: batch.row - 2, columns: inner.columns, rows: 6)
    boxes = [
      .api: api, .queue: queue, .batchJob: batch, .handlers: handlers, .runtime: runtime,
      .store: inner,
    ]
    let rows = max(size.rows, handlers.endRow + 1)
    size = Size(columns: size.columns, rows: rows)
    frames = [
      ("APPLICATION RUNTIME", Rect(column: 0, row: 0, columns: left, rows: rows)),
      (
        "WORKFLOW RUNTIME",
        Rect(column: left + 1, row: 0, columns: size.columns - left - 1, rows: rows)
      ),
    ]
    people = Point(column: 5, row: 1)
    gone = Rect(
      column: api.endColumn + 1, row: 6, columns: queue.column - api.endColumn - 2, rows: 1)
    layPosts(api, queue, handlers)
    layCalls(queue, batch, handlers, runtime, frame: left - 1)
    layInstances(inner, runtime)
  }

  /// What goes to the queue from people and handlers.
  private mutating func layPosts(_ api: Rect, _ queue: Rect, _ handlers: Rect) {
    paths[.ask] = Path(
      points: [Point(column: 7, row: 2), Point(column: 7, row: 3)],
      counter: Rect(column: 9, row: 2, columns: 8, rows: 1))
    paths[.post] = Path(
      points: [
        Point(column: api.endColumn, row: 4), Point(column: queue.column - 1, row: 4),
      ],
      counter: Rect(column: api.endColumn + 4, row: 3, columns: 8, rows: 1),
      word: Point(column: api.endColumn + 4, row: 5))
    let column = handlers.column + 13
    paths[.acknowledge] = Path(
      points: [
        Point(column: column, row: handlers.row - 1), Point(column: column, row: 7),
        Point(column: queue.column - 1, row: 7),
      ],
      counter: Rect(column: column - 10, row: 7, columns: 9, rows: 1), alignment: .right,
      word: Point(column: column - 4, row: 8))
  }

  /// What the batch job takes and hands on, and what comes back of it.
  private mutating func layCalls(
    _ queue: Rect, _ batch: Rect, _ handlers: Rect, _ runtime: Rect, frame: Int
  ) {
    let column = queue.column + 8
    let middle = (queue.endRow + batch.row) / 2
    paths[.take] = Path(
      points: [Point(column: column, row: queue.endRow), Point(column: column, row: batch.row)],
      counter: Rect(column: column - 9, row: middle, columns: 8, rows: 1), alignment: .right)
    let space = batch.column - handlers.endColumn
    paths[.event] = Path(
      points: [
        Point(column: batch.column - 1, row: batch.row + 2),
        Point(column: handlers.endColumn, row: batch.row + 2),
      ],
      counter: Rect(column: handlers.endColumn, row: batch.row + 1, columns: space, rows: 1),
      alignment: .center,
      word: space < 5
        ? nil : Point(column: handlers.endColumn + (space - 5) / 2, row: batch.row + 3))
    let free = frame - batch.endColumn
    paths[.request] = Path(
      points: [
        Point(column: batch.endColumn, row: batch.row + 2),
        Point(column: runtime.column - 1, row: batch.row + 2),
      ],
      counter: Rect(column: batch.endColumn, row: batch.row + 3, columns: free, rows: 1),
      alignment: .center)
    paths[.follow] = Path(
      points: [
        Point(column: runtime.column - 1, row: batch.row),
        Point(column: frame - 2, row: batch.row), Point(column: frame - 2, row: 4),
        Point(column: queue.endColumn, row: 4),
      ],
      counter: Rect(column: batch.endColumn, row: batch.row + 1, columns: free, rows: 1),
      alignment: .center)
  }

  private mutating func layInstances(_ store: Rect, _ runtime: Rect) {
    let down = store.column + 3
    let up = store.endColumn - 4
    let row = store.endRow
    paths[.restore] = Path(
      points: [Point(column: down, row: row), Point(column: down, row: runtime.row)],
      counter: Rect(column: down + 1, row: row, columns: 8, rows: 1),
      word: Point(column: down + 1, row: row + 1))
    paths[.save] = Path(
      points: [Point(column: up, row: runtime.row - 1), Point(column: up, row: store.endRow - 1)],
      counter: Rect(column: up - 8, row: row, columns: 8, rows: 1), alignment: .right,
      word: Point(column: up - 4, row: row + 1))
  }
}
