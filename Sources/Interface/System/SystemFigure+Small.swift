// The figure where there is less room: 60 by 9 cells, without the frames of the runtimes.

import Screen

extension SystemFigure {
  static let small = Size(columns: 60, rows: 9)

  mutating func laySmall() {
    let wide = min(20, max(0, size.columns - Self.small.columns))
    size = Size(columns: Self.small.columns + wide, rows: Self.small.rows)
    let half = wide / 2
    let api = Rect(column: 0, row: 0, columns: 10, rows: 3)
    let handlers = Rect(column: 0, row: 5, columns: 17 + half / 2, rows: 4)
    let middle = 20 + half * 3 / 4
    let queue = Rect(column: middle, row: 0, columns: 18 + half / 2, rows: 4)
    let batch = Rect(column: middle, row: 5, columns: queue.columns, rows: 4)
    let right = size.columns - 15
    let store = Rect(column: right, row: 0, columns: 15, rows: 4)
    let runtime = Rect(column: right, row: 5, columns: 15, rows: 4)
    boxes = [
      .api: api, .queue: queue, .batchJob: batch, .handlers: handlers, .runtime: runtime,
      .store: store,
    ]
    paths[.post] = Path(
      points: [Point(column: api.endColumn, row: 1), Point(column: middle - 1, row: 1)],
      counter: Rect(column: api.endColumn + 1, row: 0, columns: 7, rows: 1))
    paths[.acknowledge] = Path(
      points: [
        Point(column: 12, row: 4), Point(column: 12, row: 2), Point(column: middle - 1, row: 2),
      ],
      counter: Rect(column: 0, row: 3, columns: 11, rows: 1), alignment: .right,
      word: Point(column: 8, row: 4))
    paths[.take] = Path(
      points: [Point(column: middle + 8, row: 4), Point(column: middle + 8, row: 5)],
      counter: Rect(column: middle, row: 4, columns: 7, rows: 1), alignment: .right)
    paths[.event] = Path(
      points: [
        Point(column: middle - 1, row: 7), Point(column: handlers.endColumn, row: 7),
      ],
      counter: Rect(
        column: handlers.endColumn, row: 6, columns: middle - handlers.endColumn, rows: 1),
      alignment: .center)
    let free = right - queue.endColumn
    paths[.request] = Path(
      points: [Point(column: batch.endColumn, row: 7), Point(column: right - 1, row: 7)],
      counter: Rect(column: batch.endColumn, row: 8, columns: free, rows: 1), alignment: .center)
    paths[.follow] = Path(
      points: [
        Point(column: right - 1, row: 6), Point(column: right - 3, row: 6),
        Point(column: right - 3, row: 1), Point(column: queue.endColumn, row: 1),
      ],
      counter: Rect(column: queue.endColumn, row: 3, columns: free - 4, rows: 1),
      alignment: .right)
    paths[.restore] = Path(
      points: [Point(column: right + 2, row: 4), Point(column: right + 2, row: 5)],
      counter: Rect(column: right + 3, row: 4, columns: 4, rows: 1))
    paths[.save] = Path(
      points: [Point(column: right + 12, row: 4), Point(column: right + 12, row: 3)],
      counter: Rect(column: right + 8, row: 4, columns: 4, rows: 1), alignment: .right)
  }
}
