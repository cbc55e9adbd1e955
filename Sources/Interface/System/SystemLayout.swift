// How the system page shares its rows: the figure, one message's way, the ways before it.

import Screen

struct SystemLayout: Hashable, Sendable {
  let figure: SystemFigure
  /// Where the figure stands on the screen.
  let place: Rect
  let way: Rect
  /// A rule, and what was before; nil where there is no room for both.
  let before: Rect?

  /// The lines of a message's way.
  private static let wayRows = 3

  init(_ layout: PageLayout) {
    // A toast lies over the last row; it goes by itself.
    let sheet = layout.sheet
    let room = Rect(
      column: 0, row: layout.top.endRow, columns: sheet.columns,
      rows: max(0, sheet.endRow - layout.top.endRow))
    let isLarge =
      room.columns >= SystemFigure.large.columns
      && room.rows >= SystemFigure.large.rows + Self.wayRows + 1
    let most = room.rows - Self.wayRows - 2 - (room.rows > 30 ? room.rows / 5 : 0)
    let rows = isLarge ? max(SystemFigure.large.rows, most) : SystemFigure.small.rows
    figure = SystemFigure(size: Size(columns: room.columns, rows: rows))
    place = Rect(
      column: max(0, (room.columns - figure.size.columns) / 2), row: room.row,
      columns: figure.size.columns, rows: min(room.rows, figure.size.rows))
    let left = max(0, room.endRow - place.endRow)
    way = Rect(
      column: 0, row: place.endRow, columns: room.columns, rows: min(Self.wayRows, left))
    let rest = left - way.rows
    before =
      rest < 2
      ? nil : Rect(column: 0, row: way.endRow, columns: room.columns, rows: rest)
  }
}
