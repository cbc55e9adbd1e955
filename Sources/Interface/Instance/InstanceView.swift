// Draws an instance: its document, its elements at the left, who is waited for and what happened
// at the right.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct InstanceView {
  /// Below it the panes stand one above the other.
  private static let sideBySide = 76

  let page: InstancePage
  let context: PageContext

  func draw(in canvas: inout Canvas) {
    guard let detail = page.detail else {
      canvas.write(
        page.failure ?? "…", column: 1, row: 0, width: max(0, canvas.columns - 2),
        style: page.failure == nil ? .dim : .danger)
      return
    }
    let room = canvas.columns - 2
    let whole = headline(detail, isShort: false)
    let shown = whole.width <= room ? whole : headline(detail, isShort: true)
    canvas.write(shown, column: 1, row: 0, width: room)
    let error = errorLines(detail, width: canvas.columns)
    for (row, line) in error.enumerated() {
      canvas.write(line, column: 1, row: row + 1, style: .danger)
    }
    canvas.rule(row: error.count + 1)
    let legend = Rect(column: 0, row: canvas.rows - 1, columns: canvas.columns, rows: 1)
    canvas.within(legend) { drawLegend(detail, in: &$0) }
    let parts = panes(detail, in: canvas.size)
    canvas.within(parts[0]) { drawOutline(detail, in: &$0) }
    if canvas.columns >= Self.sideBySide {
      canvas.vertical(column: parts[1].column, row: parts[1].row, length: parts[1].rows)
    } else {
      canvas.within(parts[1]) { $0.rule(row: 0) }
    }
    canvas.within(parts[2]) { drawHistory(detail, in: &$0) }
  }

  /// How far the history can be scrolled in a size.
  func largestScroll(in size: Size) -> Int {
    guard let detail = page.detail else { return 0 }
    let pane = panes(detail, in: size)[2]
    return max(0, sideLines(detail, width: pane.columns - 2).count - pane.rows)
  }

  private func errorLines(_ detail: InstanceDetail, width: Int) -> [String] {
    detail.row.error.map { ("! " + $0).wrapped(to: width - 2, maximumLines: 2) } ?? []
  }

  /// The outline, what divides, and the history.
  private func panes(_ detail: InstanceDetail, in size: Size) -> [Rect] {
    let begin = 2 + errorLines(detail, width: size.columns).count
    let rest = Rect(
      column: 0, row: begin, columns: size.columns, rows: max(0, size.rows - begin - 1))
    if size.columns >= Self.sideBySide {
      return rest.splitColumns([.flexible(weight: 3), .fixed(1), .flexible(weight: 2)])
    }
    let outline = OutlineText(detail: detail, glyphs: .unicode).lines.count
    return rest.splitRows([.fixed(min(outline, rest.rows / 2)), .fixed(1), .flexible()])
  }

  /// - Parameter isShort: without whom it is from, so that what it waits for has room.
  private func headline(_ detail: InstanceDetail, isShort: Bool) -> StyledText {
    let document = detail.document
    var text = StyledText("\(document.id) \(document.title)", .emphasis)
    if !isShort { text.append(" · " + document.originatorName) }
    if let total = document.total { text.append(" · " + total.description) }
    text.append(" · ")
    text.append(
      document.status.words, ReportsPage.style(of: document.status))
    let waiting = Standing(document).waiting(clock: context.clock, now: context.now)
    if let waiting { text.append(": " + waiting) }
    return text
  }

  private func drawLegend(_ detail: InstanceDetail, in canvas: inout Canvas) {
    let signs = OutlineText(detail: detail, glyphs: canvas.glyphs)
    let marks: [(OutlineElement.Mark, String)] = [
      (.done, "done"), (.here, "here"), (.toCome, "to come"), (.skipped, "skipped"),
      (.sentBack, "sent back"),
    ]
    let text = marks.map { signs.sign($0.0) + " " + $0.1 }.joined(separator: "  ")
    canvas.write(
      "saved point \(detail.row.savedPoint)   " + text, column: 1, row: 0,
      width: canvas.columns - 2, style: .dim)
  }

  private func drawOutline(_ detail: InstanceDetail, in canvas: inout Canvas) {
    let lines = OutlineText(detail: detail, glyphs: canvas.glyphs).lines
    let selected = lines.firstIndex { $0.element == page.elementIndex } ?? 0
    let last = lines.lastIndex { $0.element == page.elementIndex } ?? selected
    // The cursor's element is on the screen with its steps, as far as they fit.
    let top = min(max(0, last - canvas.rows + 1), selected)
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      let isSelected = line.element == page.elementIndex && page.pane == .outline
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

  private func drawHistory(_ detail: InstanceDetail, in canvas: inout Canvas) {
    let lines = sideLines(detail, width: canvas.columns - 2)
    let top = min(page.historyTop, max(0, lines.count - canvas.rows))
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      if let line {
        canvas.write(line, column: 1, row: row, width: max(0, canvas.columns - 2))
      } else {
        let style: Style = page.pane == .history ? .accent : .heading
        canvas.rule(row: row, title: StyledText("History", style))
      }
    }
  }

  /// Who is waited for, what comes then, the timeline; nil stands for the rule of the timeline.
  private func sideLines(_ detail: InstanceDetail, width: Int) -> [StyledText?] {
    var lines: [StyledText?] = []
    if !detail.openItems.isEmpty { lines.append(StyledText("Waiting for", .heading)) }
    for item in detail.openItems {
      var text = StyledText("● ", .accent) + StyledText(context.names(of: item))
      if let due = item.dueAt {
        let isLate = due < context.now
        text.append(
          "  " + (isLate ? "! " : "due ") + context.clock.due(due, now: context.now),
          isLate ? .danger : .dim)
      } else {
        text.append("  since " + context.clock.moment(item.createdAt, now: context.now), .dim)
      }
      lines.append(text)
    }
    if !detail.next.isEmpty {
      lines.append(StyledText("Then", .heading))
      lines += detail.next.map { StyledText("  " + $0) }
    }
    lines.append(nil)
    let history = HistoryText(clock: context.clock, now: context.now)
    for row in detail.history.reversed() { lines += history.lines(row, width: width) }
    return lines
  }
}
