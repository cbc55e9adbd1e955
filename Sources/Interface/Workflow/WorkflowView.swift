// Draws a workflow's page: what it is, its drawing, and every finding with place and remedy.

import ApplicationRuntime
import Screen
import Workflow

struct WorkflowView {
  let page: WorkflowPage
  let context: PageContext

  func draw(in canvas: inout Canvas) {
    let layout = WorkflowLayout(size: canvas.size)
    canvas.write(headline, column: 1, row: layout.headline.row, width: canvas.columns - 2)
    canvas.rule(row: layout.rule.row)
    canvas.within(layout.flow) { drawFlow(in: &$0) }
    if layout.isSideBySide {
      canvas.vertical(
        column: layout.divider.column, row: layout.divider.row, length: layout.divider.rows)
      canvas.write(
        canvas.glyphs.single.teeDown, column: layout.divider.column, row: layout.rule.row,
        style: .border)
    } else {
      canvas.within(layout.divider) { $0.rule(row: 0) }
    }
    canvas.within(layout.side) { drawSide(in: &$0) }
  }

  private var headline: StyledText {
    if let draft = page.draft {
      guard let check = draft.check else { return StyledText("being checked …", .dim) }
      let style: Style = check.findings.isEmpty ? .good : check.errors.isEmpty ? .warning : .danger
      return StyledText(check.title, .emphasis) + StyledText(" · not saved · ", .warning)
        + StyledText(check.inWords, style)
    }
    guard let row = page.detail?.row else {
      return StyledText(page.failure ?? "…", page.failure == nil ? .dim : .danger)
    }
    return StyledText(row.title, .emphasis) + StyledText(" · for \(row.typeTitle) · ")
      + StyledText(row.isActive ? "active" : "saved", row.isActive ? .good : .dim)
      + StyledText(" · \(row.runsInWords)")
  }

  private func drawFlow(in canvas: inout Canvas) {
    guard let diagram = page.flow.diagram else {
      let isRead = page.detail != nil || page.draft?.check != nil
      let text = isRead ? "It cannot be drawn: its text cannot be read." : "…"
      canvas.write(text, column: 1, row: 0, width: max(0, canvas.columns - 2), style: .dim)
      return
    }
    DiagramWindow(
      diagram: diagram, origin: page.flow.origin,
      selected: page.pane == .flow ? page.flow.element : nil
    ).draw(in: &canvas)
  }

  private func drawSide(in canvas: inout Canvas) {
    let lines = lines(width: canvas.columns - 3)
    // How many are below is told on a row of its own.
    let room = lines.count > canvas.rows ? max(1, canvas.rows - 1) : canvas.rows
    let selected = page.pane == .findings ? lines.filter { $0.finding == page.finding } : []
    var top = page.top
    if let first = lines.firstIndex(where: { $0.finding == page.finding }),
      let last = lines.lastIndex(where: { $0.finding == page.finding }), page.pane == .findings
    {
      top = min(max(top, last - room + 1), first)
      if page.finding == 0 { top = min(top, max(0, last - room + 1)) }
    }
    top = max(0, min(top, lines.count - room))
    for (row, line) in lines.dropFirst(top).prefix(room).enumerated() {
      canvas.write(line.text, column: 2, row: row, width: max(0, canvas.columns - 3))
      guard !selected.isEmpty, line.finding == page.finding else { continue }
      canvas.write(canvas.glyphs.selection, column: 1, row: row, style: .accent)
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.columns, rows: 1)) {
        $0.selected()
      }
    }
    let below = lines.count - top - room
    if below > 0 {
      canvas.write(
        StyledText(" \(canvas.glyphs.down) \(below) more ", .key), column: 0,
        row: canvas.rows - 1, width: canvas.columns, alignment: .right)
    }
  }

  /// A line of the right pane, and the finding that it belongs to.
  struct Line {
    let text: StyledText
    var finding: Int?
  }

  func lines(width: Int) -> [Line] {
    var lines = about(width: width).map { Line(text: $0) }
    let style: Style = page.pane == .findings ? .accent : .heading
    lines.append(Line(text: StyledText("Findings", style)))
    if page.findings.isEmpty, page.detail != nil || page.draft?.check != nil {
      lines.append(Line(text: StyledText("none", .good)))
    }
    for (index, finding) in page.findings.enumerated() {
      let head = StyledText("! ", finding.style) + StyledText(finding.place, finding.style)
      let texts =
        [head] + finding.message.sentence.wrapped(to: width).map { StyledText($0) }
        + (finding.remedy.isEmpty
          ? [] : finding.remedy.sentence.wrapped(to: width).map { StyledText($0, .dim) })
      lines += texts.map { Line(text: $0, finding: index) }
    }
    return lines
  }

  private func about(width: Int) -> [StyledText] {
    if let draft = page.draft { return about(draft, width: width) }
    guard let row = page.detail?.row else { return [] }
    let saved = context.clock.moment(row.savedAt, now: context.now)
    var lines = [
      StyledText("saved \(saved)" + (row.savedByName.map { " by \($0)" } ?? ""), .dim)
    ]
    if let comment = row.comment {
      lines += "“\(comment)”".wrapped(to: width).map { StyledText($0) }
    }
    let others = page.detail?.versions.filter { $0.version != row.version } ?? []
    if !others.isEmpty {
      let names = others.prefix(8).map { "\($0.version)\($0.isActive ? " active" : "")" }
      let more = others.count > 8 ? " …" : ""
      lines += ("other versions: " + names.joined(separator: ", ") + more).wrapped(to: width)
        .map { StyledText($0, .dim) }
    }
    return lines + [StyledText()]
  }

  private func about(_ draft: WorkflowDraft, width: Int) -> [StyledText] {
    guard let check = draft.check else { return [] }
    guard check.workflow != nil else {
      return "It cannot be read as a workflow: e goes on editing.".wrapped(to: width)
        .map { StyledText($0, .danger) } + [StyledText()]
    }
    let against = check.newest.map { "Against version \($0)" } ?? "A new workflow"
    let changes = check.changes.map { StyledText("\($0)") }
    let none = check.newest == nil ? [] : [StyledText("no element and no key differs", .dim)]
    return [StyledText(against, .heading)]
      + (changes.isEmpty ? none : changes.prefix(20).flatMap { $0.wrapped(to: width) })
      + [StyledText()]
  }
}

extension String {
  /// With a full stop, where it has no other sign at its end.
  fileprivate var sentence: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }
}
