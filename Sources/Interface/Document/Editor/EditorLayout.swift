// Which rows and columns the editor's parts take in a canvas.

import Screen
import Workflow

/// The places of everything that the editor draws; drawing and the mouse share it.
struct EditorLayout: Hashable, Sendable {
  /// From this width on the header has two columns.
  private static let wide = 70

  /// Below this height rules give way to content.
  private static let low = 10

  let size: Size

  /// The row of the buttons; nil where there is no room for them.
  private(set) var actionsRow: Int?
  private(set) var headerRule: Int?
  private(set) var header = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// The first row of header fields that is shown.
  private(set) var headerOffset = 0
  private(set) var linesRule: Int?
  private(set) var headingRow: Int?
  private(set) var table = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// The first line that is shown.
  private(set) var firstLine = 0
  private(set) var totalsRow: Int?
  private(set) var messages = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var columns: ColumnLayout
  /// How many rows the header has, those that are scrolled away among them.
  let headerRows: Int

  /// How wide the labels are in each column of the header.
  private var labelWidths: [Int] = []
  let numberWidth: Int

  static func headerColumns(width: Int) -> Int { width >= wide ? 2 : 1 }

  /// How many rows so many fields take; they run down the first column, then down the second.
  static func headerRows(of count: Int, width: Int) -> Int {
    let columns = headerColumns(width: width)
    return (count + columns - 1) / columns
  }

  init(_ editor: DocumentEditor, size: Size) {
    self.size = size
    numberWidth = max(2, "\(editor.sheet.lines.count)".count)
    let width = max(0, size.columns - numberWidth - 4)
    columns = ColumnLayout(EditorColumns.columns(of: editor), width: width)
    let isTall = size.rows >= Self.low
    let hasLines = !editor.lineFields.isEmpty
    let hasHeader = !editor.headerFields.isEmpty
    // Kept free also when nothing is wrong: a message that comes must not move the cursor.
    let messageRows = size.rows < 8 ? 0 : size.rows < 18 ? 1 : 3
    var fixed = messageRows + 1 + (isTall && hasHeader ? 1 : 0)
    if hasLines { fixed += isTall ? 2 : 1 }
    let hasActions = isTall && !editor.context.actions.isEmpty
    if hasActions { fixed += 1 }
    let room = max(0, size.rows - fixed)
    let headerColumns = Self.headerColumns(width: size.columns)
    let labels = editor.headerFields.map(\.labelAlone.displayWidth)
    let headerRows = Self.headerRows(of: labels.count, width: size.columns)
    self.headerRows = headerRows
    labelWidths = (0..<headerColumns).map { column in
      min(16, labels.dropFirst(column * headerRows).prefix(headerRows).max() ?? 0)
    }
    let shownRows =
      !hasHeader ? 0 : min(headerRows, hasLines ? max(1, room - max(4, room / 2)) : room)

    var next = 0
    func take(_ isThere: Bool, _ rows: Int = 1) -> Int? {
      guard isThere else { return nil }
      defer { next += rows }
      return next
    }
    actionsRow = take(hasActions)
    headerRule = take(isTall && hasHeader)
    header = Rect(column: 0, row: next, columns: size.columns, rows: shownRows)
    next += shownRows
    linesRule = take(hasLines && isTall)
    headingRow = take(hasLines)
    let below = 1 + messageRows
    let tableRows = hasLines ? max(0, size.rows - next - below) : 0
    table = Rect(column: 0, row: next, columns: size.columns, rows: tableRows)
    totalsRow = max(next, size.rows - below)
    messages = Rect(
      column: 0, row: size.rows - messageRows, columns: size.columns, rows: messageRows)

    if case .field(let index) = editor.focus {
      headerOffset = max(0, index % max(1, headerRows) - shownRows + 1)
    }
    // The line of the cursor and one below it, without remembering where the table stood.
    let lines = editor.sheet.lines.count + 1
    let line = min(editor.lastLine, lines - 1)
    firstLine = max(0, min(line - max(0, tableRows - 2), lines - tableRows))
  }

  /// Where the cells of a line begin.
  var tableColumn: Int { numberWidth + 3 }

  /// Where a header field's label and its value stand; nil when it is scrolled away.
  func headerCell(_ index: Int) -> (label: Rect, value: Rect)? {
    let count = Self.headerColumns(width: size.columns)
    let column = index / max(1, headerRows)
    let row = index % max(1, headerRows) - headerOffset
    guard row >= 0, row < header.rows, column < labelWidths.count else { return nil }
    let split = size.columns * 9 / 16
    let start = column == 0 ? 2 : split
    let end = count == 2 && column == 0 ? split - 3 : size.columns - 2
    let label = Rect(
      column: start, row: header.row + row, columns: labelWidths[column], rows: 1)
    let value = label.endColumn + 2
    return (
      label, Rect(column: value, row: label.row, columns: max(0, end - value), rows: 1)
    )
  }

  /// Where a cell stands; nil when it is not shown.
  func cell(line: Int, column: Int) -> Rect? {
    let row = line - firstLine
    guard row >= 0, row < table.rows, let place = columns.placement(of: column) else { return nil }
    return Rect(
      column: tableColumn + place.column, row: table.row + row, columns: place.width, rows: 1)
  }
}
