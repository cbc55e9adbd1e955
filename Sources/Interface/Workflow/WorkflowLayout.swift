// Where the parts of a workflow's page lie: the drawing beside what is said of it, or above it.

import Screen

struct WorkflowLayout: Hashable, Sendable {
  /// Below it the panes stand one above the other.
  private static let sideBySide = 76
  /// The right pane is no wider than its lines can be read.
  private static let side = (narrowest: 30, widest: 56)

  let headline: Rect
  let rule: Rect
  let flow: Rect
  /// A column, or the row of a rule.
  let divider: Rect
  let side: Rect
  let isSideBySide: Bool

  init(size: Size) {
    headline = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    rule = Rect(column: 0, row: 1, columns: size.columns, rows: 1)
    let rest = Rect(column: 0, row: 2, columns: size.columns, rows: max(0, size.rows - 2))
    isSideBySide = size.columns >= Self.sideBySide
    let parts: [Rect]
    if isSideBySide {
      let side = min(Self.side.widest, max(Self.side.narrowest, size.columns * 2 / 5))
      parts = rest.splitColumns([.flexible(), .fixed(1), .fixed(side)])
    } else {
      parts = rest.splitRows([.flexible(), .fixed(1), .fixed(rest.rows / 2)])
    }
    flow = parts[0]
    divider = parts[1]
    side = parts[2]
  }
}
