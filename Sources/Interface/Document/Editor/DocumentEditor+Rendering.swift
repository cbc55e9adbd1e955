// The picture of the editor: buttons, header, lines, totals and what the rules say.

import ApplicationRuntime
import Screen
import Workflow

extension DocumentEditor {
  /// Draws everything between the status line and the footer.
  package func render(into canvas: inout Canvas) {
    let layout = EditorLayout(self, size: canvas.size)
    if let row = layout.actionsRow { drawButtons(into: &canvas, row: row) }
    if let row = layout.headerRule {
      let hidden = headerFields.indices.count { layout.headerCell($0) == nil }
      let trailing = hidden > 0 ? StyledText(plural(hidden, "more field"), .dim) : nil
      canvas.rule(row: row, title: StyledText(context.title, .heading), trailing: trailing)
    }
    drawHeader(into: &canvas, layout)
    drawLines(into: &canvas, layout)
    if let row = layout.totalsRow {
      canvas.rule(row: row, title: StyledText(totalsText, .emphasis))
    }
    drawMessages(into: &canvas, layout.messages)
    drawCompletion(into: &canvas, layout)
  }

  // MARK: - Buttons

  /// The buttons with the columns where they begin and the reasons that there is room for.
  func buttons(width: Int) -> [(column: Int, text: String, reason: String, isOn: Bool)] {
    let labels = context.actions.map { "[" + $0.label + "]" }
    let reasons = context.actions.map { action -> String? in
      if action.isSubmission, case .off(let own) = submitState { return own }
      return action.reason
    }
    let used = labels.reduce(0) { $0 + $1.displayWidth } + 3 * (labels.count - 1)
    // Each that is off says so at least; the reasons share what room is left, the first one first.
    var spare = width - 2 - used - reasons.count { $0 != nil } * Self.off.count
    var column = 1
    return zip(labels, reasons).map { label, reason in
      var text = ""
      if let reason {
        let room = max(0, spare)
        text = Self.off + (room < 6 ? "" : (": " + reason).truncated(to: room))
        spare -= text.displayWidth - Self.off.count
      }
      defer { column += label.displayWidth + text.displayWidth + 3 }
      return (column, label, text, reason == nil)
    }
  }

  private static let off = " off"

  private func drawButtons(into canvas: inout Canvas, row: Int) {
    for (index, button) in buttons(width: canvas.columns).enumerated() {
      let isFocused = focus == .action(index)
      let style = Style(button.isOn ? .key : .disabled).selected(isFocused)
      let used = canvas.write(button.text, column: button.column, row: row, style: style)
      canvas.write(button.reason, column: button.column + used, row: row, style: .dim)
      if isFocused { canvas.showCursor(column: button.column, row: row) }
    }
  }

  // MARK: - Header

  private func drawHeader(into canvas: inout Canvas, _ layout: EditorLayout) {
    for (index, field) in headerFields.enumerated() {
      guard let rects = layout.headerCell(index) else { continue }
      canvas.write(
        field.labelAlone, column: rects.label.column, row: rects.label.row,
        width: rects.label.columns, style: .dim)
      drawCell(
        .field(field.name), of: field, at: rects.value, isFocused: focus == .field(index),
        alignment: .left, into: &canvas)
    }
  }

  // MARK: - Lines

  private func drawLines(into canvas: inout Canvas, _ layout: EditorLayout) {
    guard let headingRow = layout.headingRow else { return }
    let count = sheet.lines.count + 1
    if let row = layout.linesRule {
      let last = min(count, layout.firstLine + layout.table.rows) - 1
      let isCut = count > layout.table.rows
      let range = "\(layout.firstLine + 1)–\(min(last + 1, sheet.lines.count)) of \(count - 1)"
      canvas.rule(
        row: row, title: StyledText(context.whole == nil ? "Lines" : "Items", .heading),
        trailing: isCut ? StyledText(range, .dim) : nil)
    }
    canvas.write(
      "#", column: 1, row: headingRow, width: layout.numberWidth, style: .heading,
      alignment: .right)
    for place in layout.columns.placements {
      let title = EditorColumns.title(
        of: lineFields[place.index], currency: context.currency.code)
      canvas.write(
        title, column: layout.tableColumn + place.column, row: headingRow, width: place.width,
        style: .heading, alignment: place.alignment)
    }
    for row in 0..<min(layout.table.rows, max(0, count - layout.firstLine)) {
      drawLine(layout.firstLine + row, into: &canvas, layout)
    }
  }

  private func drawLine(_ line: Int, into canvas: inout Canvas, _ layout: EditorLayout) {
    let row = layout.table.row + line - layout.firstLine
    let isNew = line == sheet.lines.count
    if focus.line == line {
      canvas.write(canvas.glyphs.selection, column: 0, row: row, style: .accent)
    }
    canvas.write(
      isNew ? "+" : "\(line + 1)", column: 1, row: row, width: layout.numberWidth, style: .dim,
      alignment: .right)
    if let severity = severity(ofLine: line) {
      let style: Style = severity == .error ? .danger : .warning
      canvas.write("!", column: layout.numberWidth + 1, row: row, style: style)
    }
    for place in layout.columns.placements {
      guard let rect = layout.cell(line: line, column: place.index) else { continue }
      let field = lineFields[place.index]
      drawCell(
        .cell(line: line, field: field.name), of: field, at: rect,
        isFocused: focus == .cell(line: line, column: place.index), alignment: place.alignment,
        into: &canvas)
    }
  }

  /// The worst that is said about a line.
  private func severity(ofLine line: Int) -> DocumentFinding.Severity? {
    guard sheet.lines.indices.contains(line) else { return nil }
    if !sheet.lines[line].unread.isEmpty { return .error }
    let own = findings.filter { $0.line.flatMap(lineIndex) == line }
    return own.contains { $0.severity == .error } ? .error : own.first?.severity
  }
}
