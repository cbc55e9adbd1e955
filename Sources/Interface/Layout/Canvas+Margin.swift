// The blanks around what lies over a page.

import Screen

extension Canvas {
  /// A margin below this is too narrow for the page to be read in it.
  private static var narrow: Int { 12 }

  /// Blanks at both sides of a box: no loose letters of the page below stick out.
  mutating func clearMargin(of rect: Rect) {
    let side = rect.column <= Self.narrow ? rect.column : 2
    fill(
      Rect(
        column: rect.column - side, row: rect.row, columns: rect.columns + 2 * side,
        rows: rect.rows))
  }
}
