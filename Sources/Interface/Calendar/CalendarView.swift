// Draws a month, its weeks beginning on Monday.

import Screen
import Workflow

struct CalendarView {
  let calendar: CalendarOverlay

  private static let columns = 28
  /// Title, weekdays, six weeks, the day in words and the frame.
  private static let rows = 12
  private static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

  static func rect(in size: Size) -> Rect {
    Rect(size).centered(Size(columns: columns, rows: min(size.rows, rows)))
  }

  func draw(in canvas: inout Canvas) {
    let rect = Self.rect(in: canvas.size)
    canvas.clearMargin(of: rect)
    canvas.fill(rect, style: .overlay)
    canvas.box(rect, title: StyledText(calendar.title, .title))
    canvas.within(rect.inset(columns: 2, rows: 1)) { drawMonth(in: &$0) }
    canvas.write(
      StyledText(" Enter takes ", .dim), column: rect.column + 1,
      row: rect.endRow - 1, width: rect.columns - 3, alignment: .right)
  }

  private func drawMonth(in canvas: inout Canvas) {
    canvas.write(
      "\(calendar.day.monthName) \(calendar.day.year)", column: 0, row: 0, width: canvas.columns,
      style: .heading, alignment: .center)
    for (index, name) in Self.weekdays.enumerated() {
      canvas.write(name, column: Self.column(of: index), row: 1, style: .dim)
    }
    for (row, week) in calendar.weeks.enumerated() {
      for (index, day) in week.enumerated() {
        guard let day else { continue }
        draw(day, at: index, row: row + 2, in: &canvas)
      }
    }
    let words = calendar.day.weekday.long + " " + calendar.day.long
    canvas.write(
      StyledText(words, .emphasis), column: 0, row: canvas.rows - 1, width: canvas.columns,
      alignment: .center)
  }

  private static func column(of weekday: Int) -> Int { weekday * 3 + 2 }

  private func draw(_ day: Day, at weekday: Int, row: Int, in canvas: inout Canvas) {
    let isSelected = day == calendar.day
    var style: Style = weekday > 4 ? .dim : .normal
    if day == calendar.today { style = Style.accent.bold() }
    let column = Self.column(of: weekday)
    canvas.write(
      "\(day.day)", column: column, row: row, width: 2, style: style.selected(isSelected),
      alignment: .right)
    if isSelected {
      canvas.write("[", column: column - 1, row: row, style: .accent)
      canvas.write("]", column: column + 2, row: row, style: .accent)
      canvas.showCursor(column: column, row: row)
    }
  }

  /// The day at a place of the screen.
  func day(at point: Point, size: Size) -> Day? {
    let inner = Self.rect(in: size).inset(columns: 2, rows: 1)
    let row = point.row - inner.row - 2
    let weekday = (point.column - inner.column - 1) / 3
    guard point.column > inner.column, (0..<7).contains(weekday),
      calendar.weeks.indices.contains(row), calendar.weeks[row].indices.contains(weekday)
    else { return nil }
    return calendar.weeks[row][weekday]
  }
}
