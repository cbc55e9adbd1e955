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
    let panes = FlowPanes(panes: layout)
    panes.drawRules(in: &canvas)
    let isRead = page.detail != nil || page.draft?.check != nil
    panes.draw(
      page.flow, isFocused: page.pane == .flow,
      missing: isRead ? "It cannot be drawn: its text cannot be read." : "…", in: &canvas)
    let lines = lines(width: layout.side.columns - 3)
    let isFocused = page.pane == .findings && !page.findings.isEmpty
    panes.draw(lines, selected: isFocused ? page.finding : nil, in: &canvas) { room in
      guard isFocused, let first = lines.firstIndex(where: { $0.owner == page.finding }),
        let last = lines.lastIndex(where: { $0.owner == page.finding })
      else { return page.top }
      let top = min(max(page.top, last - room + 1), first)
      return page.finding == 0 ? min(top, max(0, last - room + 1)) : top
    }
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

  func lines(width: Int) -> [PaneLine] {
    var lines = about(width: width).map { PaneLine(text: $0) }
    let style: Style = page.pane == .findings ? .accent : .heading
    lines.append(PaneLine(text: StyledText("Findings", style)))
    if page.findings.isEmpty, page.detail != nil || page.draft?.check != nil {
      lines.append(PaneLine(text: StyledText("none", .good)))
    }
    for (index, finding) in page.findings.enumerated() {
      let head = StyledText("! ", finding.style) + StyledText(finding.place, finding.style)
      let texts =
        [head] + finding.message.sentence.wrapped(to: width).map { StyledText($0) }
        + (finding.remedy.isEmpty
          ? [] : finding.remedy.sentence.wrapped(to: width).map { StyledText($0, .dim) })
      lines += texts.map { PaneLine(text: $0, owner: index) }
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
