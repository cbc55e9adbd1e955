// Draws a dialog in the middle of the screen.

import Screen

struct DialogView {
  let dialog: Dialog
  let size: Size

  private var width: Int { min(size.columns - 4, 72) }
  private var inner: Int { width - 4 }

  var text: [String] {
    let room = max(1, size.rows - 7 - fieldRows)
    var lines = dialog.lines.flatMap { $0.wrapped(to: inner) }
    if room == 1, lines.count > 1 { return [lines[0].truncated(to: inner - 2) + " …"] }
    if lines.count > room {
      lines = Array(lines.prefix(room - 1)) + ["… \(lines.count - room + 1) more"]
    }
    return lines
  }

  private var fieldRows: Int { dialog.fields.indices.reduce(0) { $0 + rows(of: $1) } }

  /// The lines of a long text that are seen: fewer where the message would be cut for them.
  private var textRows: Int {
    let lines = dialog.lines.reduce(0) { $0 + $1.wrapped(to: inner).count }
    let others = dialog.fields.count { !$0.area.isMultiline || $0.choice != nil }
    let long = max(1, dialog.fields.count - others)
    return min(3, max(1, (size.rows - 7 - lines - others) / long - 1))
  }

  func rows(of index: Int) -> Int {
    let field = dialog.fields[index]
    guard let choice = field.choice, dialog.focus == index else {
      return field.area.isMultiline ? textRows + 1 : 1
    }
    let others = dialog.fields.indices.filter { $0 != index }.reduce(0) { $0 + rows(of: $1) }
    return 1 + ChoiceFieldView.listRows(of: choice, room: size.rows - 8 - others)
  }

  var rect: Rect {
    let rows = text.count + fieldRows + (dialog.complaint == nil ? 0 : 1) + 5
    return Rect(size).centered(Size(columns: width, rows: min(size.rows, rows)))
  }

  func draw(in canvas: inout Canvas) {
    let rect = rect
    canvas.clearMargin(of: rect)
    canvas.fill(rect, style: .overlay)
    canvas.box(
      rect, title: StyledText(dialog.title, dialog.isDangerous ? .danger : .title),
      style: dialog.isDangerous ? .danger : .border)
    canvas.within(rect.inset(columns: 2, rows: 1)) { canvas in
      var row = 0
      for line in text {
        canvas.write(line, column: 0, row: row)
        row += 1
      }
      drawFields(in: &canvas, row: &row)
      if let complaint = dialog.complaint {
        canvas.write("! " + complaint, column: 0, row: row, width: inner, style: .danger)
      }
      drawButtons(in: &canvas)
    }
  }

  private func drawFields(in canvas: inout Canvas, row: inout Int) {
    for (index, field) in dialog.fields.enumerated() {
      let isFocused = dialog.focus == index
      if let choice = field.choice {
        let rows = rows(of: index)
        canvas.within(Rect(column: 0, row: row, columns: inner, rows: rows)) {
          ChoiceFieldView(label: field.label, field: choice, isFocused: isFocused).draw(in: &$0)
        }
        row += rows
      } else if field.area.isMultiline {
        canvas.write(field.label, column: 0, row: row, style: .heading)
        canvas.within(Rect(column: 0, row: row + 1, columns: inner, rows: textRows)) {
          TextAreaView(area: field.area, isFocused: isFocused).draw(in: &$0)
        }
        row += textRows + 1
      } else {
        let label = field.label + ": "
        canvas.write(label, column: 0, row: row, style: .heading)
        let begin = label.displayWidth
        canvas.within(Rect(column: begin, row: row, columns: inner - begin, rows: 1)) {
          TextAreaView(area: field.area, isFocused: isFocused).draw(in: &$0)
          drawDay(of: index, in: &$0)
        }
        row += 1
      }
    }
  }

  /// What a date is read as, or calmly that it is none, behind what is typed.
  private func drawDay(of index: Int, in canvas: inout Canvas) {
    let day = dialog.day(of: index).map { $0.weekday.short + " " + $0.long }
    let problem = dialog.dayComplaint(of: index, isFinal: dialog.focus != index)
    guard let words = day ?? problem.map({ _ in "no date" }) else { return }
    let used = dialog.fields[index].area.text.displayWidth + 3
    guard used + words.displayWidth < canvas.columns else { return }
    canvas.write(
      StyledText(words, day == nil ? .warning : .dim), column: used, row: 0,
      width: canvas.columns - used)
  }

  private func drawButtons(in canvas: inout Canvas) {
    for (index, place) in buttonPlaces.enumerated() {
      let isFocused = dialog.focus == dialog.fields.count + index
      let button = dialog.buttons[index]
      let style: Style = isFocused ? .focusedField : button.role == .cancel ? .normal : .emphasis
      canvas.write("[ \(button.label) ]", column: place.column, row: canvas.rows - 1, style: style)
    }
    let keys = dialog.keys.map { "\($0.key): \($0.label)" }.joined(separator: "   ")
    canvas.write(StyledText(keys, .dim), column: 0, row: canvas.rows - 2, width: inner)
  }

  /// Column and width of each button, from the inner left edge.
  private var buttonPlaces: [(column: Int, width: Int)] {
    var column = 0
    return dialog.buttons.map { button in
      let width = button.label.displayWidth + 4
      defer { column += width + 2 }
      return (column, width)
    }
  }

  /// The button at a place of the screen.
  func button(at point: Point) -> Int? {
    let rect = rect
    guard point.row == rect.endRow - 2 else { return nil }
    let column = point.column - rect.column - 2
    return buttonPlaces.firstIndex { column >= $0.column && column < $0.column + $0.width }
  }
}
