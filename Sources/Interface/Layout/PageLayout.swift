// Where the parts of a page lie. Drawing, scrolling and the mouse ask the same question here.

import Screen

/// The parts of a page in the cells of the screen.
package struct PageLayout: Hashable, Sendable {
  /// Below it one calm line stands for everything.
  package static let smallest = Size(columns: 60, rows: 15)
  /// From here on the detail stands at the right.
  static let wide = 110
  /// From here on a preview lies below.
  static let tall = 20
  /// From here on the plots that need height have it.
  static let high = 34

  let status: Rect
  /// Lines between status and rule: the batch job on the queue page, the statuses on Instances.
  let top: Rect
  let rule: Rect
  /// The column titles of a list.
  let header: Rect
  let rows: Rect
  /// Preview or detail, its title line included.
  let detail: Rect?
  let isDetailAtRight: Bool
  /// Everything between the status line and the toast, for pages that are no lists.
  let body: Rect
  /// What the editor has: everything between the status line and the footer, but the toast.
  let content: Rect
  /// Everything between the status line and the footer, for pages that use the line of the toasts
  /// while there are none.
  let sheet: Rect
  let toast: Rect
  let footer: Rect

  package init(size: Size, kind: PageKind) {
    status = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    toast = Rect(column: 0, row: max(0, size.rows - 2), columns: size.columns, rows: 1)
    footer = Rect(column: 0, row: max(0, size.rows - 1), columns: size.columns, rows: 1)
    let inner = max(0, size.rows - 3)
    sheet = Rect(column: 0, row: 1, columns: size.columns, rows: inner + 1)
    content = Rect(column: 0, row: 1, columns: size.columns, rows: inner)
    let topRows =
      switch kind {
      case .queue, .statistics: 2
      case .reports, .instances, .system, .notifications, .preferences: 1
      default: 0
      }
    top = Rect(column: 0, row: 1, columns: size.columns, rows: topRows)
    rule = Rect(column: 0, row: 1 + topRows, columns: size.columns, rows: 1)
    let begin = 2 + topRows
    body = Rect(column: 0, row: begin, columns: size.columns, rows: max(0, size.rows - begin - 2))
    let isWide = size.columns >= Self.wide
    let isTall = size.rows >= Self.tall
    let hasDetail = PageKind.lists.contains(kind)
    isDetailAtRight = isWide
    // The list comes first; on a very wide screen it has all that it wants and the detail grows.
    let widest = max(60, size.columns * 2 / 5)
    let detailColumns = hasDetail && isWide ? min(widest, max(40, size.columns - 78)) : 0
    // Where there is height, the queue page has its plot of waiting times below the detail.
    let plotRows = kind == .queue && size.rows >= Self.high ? WaitPlot.rows + 1 : 0
    let detailRows = hasDetail && !isWide && isTall ? 7 + plotRows : 0
    let listColumns = size.columns - (detailColumns > 0 ? detailColumns + 1 : 0)
    header = Rect(column: 0, row: begin, columns: listColumns, rows: 1)
    rows = Rect(
      column: 0, row: begin + 1, columns: listColumns,
      rows: max(0, body.rows - 1 - detailRows))
    if detailColumns > 0 {
      detail = Rect(
        column: listColumns + 1, row: begin, columns: detailColumns, rows: body.rows)
    } else if detailRows > 0 {
      detail = Rect(
        column: 0, row: body.endRow - detailRows, columns: size.columns, rows: detailRows)
    } else {
      detail = nil
    }
  }
}
