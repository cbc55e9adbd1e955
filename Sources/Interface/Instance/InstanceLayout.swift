// Where the parts of an instance's page lie. Drawing, scrolling and the mouse ask the same question.

import Screen

struct InstanceLayout: Hashable, Sendable {
  /// Below it the panes stand one above the other.
  private static let sideBySide = 76
  /// Below it there is no room for a drawing: the outline stands in its place.
  private static let tall = 17
  /// The right pane is no wider than its lines can be read.
  private static let side = (narrowest: 32, widest: 60)

  let headline: Rect
  let errors: Rect
  let rule: Rect
  /// The drawing, or the outline.
  let flow: Rect
  /// A column, or the row of a rule.
  let divider: Rect
  /// Who is waited for, what comes then, the history.
  let side: Rect
  let position: Rect
  let legend: Rect
  let isSideBySide: Bool
  let isDrawn: Bool

  /// - Parameters:
  ///   - outline: the rows of the outline, for where the panes stand one above the other.
  init(size: Size, errors errorRows: Int, outline: Int, hasDiagram: Bool) {
    func row(_ row: Int, _ rows: Int = 1) -> Rect {
      Rect(column: 0, row: row, columns: size.columns, rows: rows)
    }
    headline = row(0)
    errors = row(1, errorRows)
    rule = row(1 + errorRows)
    legend = row(size.rows - 1)
    position = row(size.rows - 2)
    let begin = 2 + errorRows
    let rest = row(begin, max(0, size.rows - begin - 2))
    isSideBySide = size.columns >= Self.sideBySide
    isDrawn = isSideBySide && size.rows >= Self.tall && hasDiagram
    let parts: [Rect]
    if isSideBySide {
      let side = min(Self.side.widest, max(Self.side.narrowest, size.columns * 2 / 5))
      parts = rest.splitColumns([.flexible(), .fixed(1), .fixed(side)])
    } else {
      parts = rest.splitRows([.fixed(min(outline, rest.rows / 2)), .fixed(1), .flexible()])
    }
    flow = parts[0]
    divider = parts[1]
    side = parts[2]
  }
}
