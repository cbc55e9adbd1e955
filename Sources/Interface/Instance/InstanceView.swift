// Draws an instance: its document, its flow at the left, who is waited for and what happened at the
// right, and which of its saved points that is.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct InstanceView {
  let page: InstancePage
  let context: PageContext

  func draw(in canvas: inout Canvas) {
    guard let detail = page.detail else {
      canvas.write(
        page.failure ?? "…", column: 1, row: 1, width: max(0, canvas.columns - 2),
        style: page.failure == nil ? .dim : .danger)
      return
    }
    let layout = layout(in: canvas.size)
    let room = canvas.columns - 2
    let whole = headline(detail, isShort: false)
    let shown = whole.width <= room ? whole : headline(detail, isShort: true)
    canvas.write(shown, column: 1, row: layout.headline.row, width: room)
    for (row, line) in errorLines(width: canvas.columns).enumerated() {
      canvas.write(line, column: 1, row: layout.errors.row + row, width: room)
    }
    canvas.rule(row: layout.rule.row)
    canvas.within(layout.flow) { drawFlow(detail, isDrawn: layout.isDrawn, in: &$0) }
    drawDivider(layout, in: &canvas)
    canvas.within(layout.side) { drawSide(in: &$0) }
    canvas.within(layout.position) { position(detail).draw(in: &$0) }
    canvas.within(layout.legend) { drawLegend(in: &$0) }
  }

  func layout(in size: Size) -> InstanceLayout {
    InstanceLayout(
      size: size, errors: errorLines(width: size.columns).count,
      outline: OutlineText(elements: page.outline, glyphs: .unicode).lines.count,
      hasDiagram: page.flow.diagram != nil)
  }

  private func sideLines(_ layout: InstanceLayout) -> [SideText.Line] {
    SideText(page: page, context: context).lines(width: layout.side.columns - 2)
  }

  /// How far the history can be scrolled in a size.
  func largestScroll(in layout: InstanceLayout) -> Int {
    max(0, sideLines(layout).count - layout.side.rows)
  }

  /// The line of the right pane with a child.
  func row(ofChild child: Int, in layout: InstanceLayout) -> Int? {
    page.pane == .children ? sideLines(layout).firstIndex { $0.child == child } : nil
  }

  func child(atRow row: Int, in layout: InstanceLayout) -> Int? {
    let lines = sideLines(layout)
    return lines.indices.contains(row) ? lines[row].child : nil
  }

  /// What stopped it, and how it goes on.
  private func errorLines(width: Int) -> [StyledText] {
    guard let row = page.detail?.row, let error = row.error else { return [] }
    let lines = ("! " + error).wrapped(to: width - 2, maximumLines: 2).map {
      StyledText($0, .danger)
    }
    guard row.status == .stopped, let mending = context.mending(row.id) else { return lines }
    return lines + mending.wrapped(to: width - 2, maximumLines: 2).map { StyledText($0, .warning) }
  }

  /// What it is about, and where it stands.
  var headline: StyledText? { page.detail.map { headline($0, isShort: false) } }

  /// - Parameter isShort: without whom it is from, so that what it waits for has room.
  private func headline(_ detail: InstanceDetail, isShort: Bool) -> StyledText {
    let document = detail.document
    var text = StyledText("\(document.id) \(document.title)", .emphasis)
    if !isShort { text.append(" · " + document.originatorName) }
    if let total = document.total { text.append(" · " + total.description) }
    text.append(" · ")
    let status = page.isLookingBack ? "now " + document.status.inLine : document.status.words
    text.append(status, ReportsPage.style(of: document.status))
    let waiting = Standing(document).waiting(clock: context.clock, now: context.now)
    if let waiting { text.append(": " + waiting) }
    return text
  }

  private func drawDivider(_ layout: InstanceLayout, in canvas: inout Canvas) {
    let divider = layout.divider
    guard layout.isSideBySide else {
      canvas.within(divider) { $0.rule(row: 0) }
      return
    }
    canvas.vertical(column: divider.column, row: divider.row, length: divider.rows)
    canvas.write(
      canvas.glyphs.single.teeDown, column: divider.column, row: layout.rule.row, style: .border)
    guard layout.isDrawn, let diagram = page.flow.diagram,
      diagram.size.columns > page.flow.origin.column + layout.flow.columns
    else { return }
    // A box that is cut off counts as seen: this tells that it goes on.
    canvas.write(
      canvas.glyphs.right, column: divider.column, row: divider.row + divider.rows / 2, style: .key)
  }

  private func position(_ detail: InstanceDetail) -> PositionLine {
    let count = page.points.isEmpty ? detail.row.savedPoint : page.points.count
    return PositionLine(
      index: page.points.isEmpty ? count - 1 : page.pointIndex, count: count,
      time: page.point.map { HistoryText(clock: context.clock, now: context.now).time($0.at) })
  }

  private func drawLegend(in canvas: inout Canvas) {
    let signs = OutlineText(elements: [], glyphs: canvas.glyphs)
    let marks: [(String, String)] = [
      (signs.sign(.done), "done"), (signs.sign(.here), "here"), (signs.sign(.toCome), "to come"),
      (canvas.glyphs.dot, "open"), (signs.sign(.skipped), "skipped"),
      (signs.sign(.sentBack), "sent back"),
    ]
    let text = marks.map { $0.0 + " " + $0.1 }.joined(separator: "  ")
    canvas.write(text, column: 1, row: 0, width: canvas.columns - 2, style: .dim)
  }

  // MARK: Panes

  private func drawFlow(_ detail: InstanceDetail, isDrawn: Bool, in canvas: inout Canvas) {
    guard isDrawn, let diagram = page.flow.diagram else { return drawOutline(in: &canvas) }
    DiagramWindow(
      diagram: diagram, origin: page.flow.origin, selected: page.pane == .flow ? page.element : nil
    ).draw(in: &canvas)
  }

  private func drawOutline(in canvas: inout Canvas) {
    let lines = OutlineText(elements: page.outline, glyphs: canvas.glyphs).lines
    let selected = lines.firstIndex { $0.element == page.elementIndex } ?? 0
    let last = lines.lastIndex { $0.element == page.elementIndex } ?? selected
    // The cursor's element is on the screen with its steps, as far as they fit.
    let top = min(max(0, last - canvas.rows + 1), selected)
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      let isSelected = line.element == page.elementIndex && page.pane == .flow
      canvas.write(line.text, column: 3, row: row, width: max(0, canvas.columns - 4))
      if row + top == selected {
        canvas.write(canvas.glyphs.selection, column: 1, row: row, style: .accent)
        if isSelected {
          canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) {
            $0.selected()
          }
        }
      }
    }
    let below = lines.count - top - canvas.rows
    if below > 0 {
      canvas.write(
        StyledText("\(canvas.glyphs.down) \(below) more", .dim), column: 0, row: canvas.rows - 1,
        width: canvas.columns - 1, alignment: .right)
    }
  }

  private func drawSide(in canvas: inout Canvas) {
    let lines = SideText(page: page, context: context).lines(width: canvas.columns - 2)
    let top = min(page.historyTop, max(0, lines.count - canvas.rows))
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      guard let text = line.text else {
        let style: Style = page.pane == .history ? .accent : .heading
        canvas.rule(row: row, title: StyledText("History", style))
        continue
      }
      canvas.write(text, column: 1, row: row, width: max(0, canvas.columns - 2))
      guard page.pane == .children, line.child == page.child else { continue }
      canvas.write(canvas.glyphs.selection, column: 0, row: row, style: .accent)
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) {
        $0.selected()
      }
    }
  }
}
