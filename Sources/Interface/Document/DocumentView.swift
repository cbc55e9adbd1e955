// Draws a document in VIEW mode.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// The workflow control, then what scrolls: header, lines, findings, who is waited for.
struct DocumentView {
  let page: DocumentPage
  let context: PageContext
  let table: ActionTable

  func draw(in canvas: inout Canvas) {
    guard let detail = page.detail else {
      canvas.write(
        page.failure ?? "…", column: 1, row: 0, width: max(0, canvas.columns - 2),
        style: page.failure == nil ? .dim : .danger)
      return
    }
    let parts = parts(in: canvas.size)
    for (row, line) in parts.control.enumerated() { canvas.write(line, column: 1, row: row) }
    canvas.within(parts.scrolling) {
      drawScrolling(scrollingLines(detail, width: $0.columns, side: parts.side), in: &$0)
    }
    guard let side = parts.side else { return }
    canvas.vertical(column: side.column - 1, row: side.row, length: side.rows)
    canvas.within(side) { draw(standing(detail, width: $0.columns), in: &$0) }
  }

  /// How far it can be scrolled in a size.
  func largestScroll(in size: Size) -> Int {
    guard let detail = page.detail else { return 0 }
    let parts = parts(in: size)
    let lines = scrollingLines(detail, width: parts.scrolling.columns, side: parts.side)
    return max(0, lines.count - parts.scrolling.rows)
  }

  private struct Parts {
    let control: [StyledText]
    let scrolling: Rect
    /// Who is waited for, at the right; nil where that stands below the lines.
    let side: Rect?
  }

  private func parts(in size: Size) -> Parts {
    let control = WorkflowControl(page: page, viewer: context.viewer.person, table: table).lines(
      width: size.columns - 2)
    let rest = Rect(
      column: 0, row: control.count, columns: size.columns,
      rows: max(0, size.rows - control.count))
    guard size.columns >= PageLayout.wide else {
      return Parts(control: control, scrolling: rest, side: nil)
    }
    let columns = rest.splitColumns([.flexible(weight: 3), .fixed(1), .flexible(weight: 2)])
    return Parts(control: control, scrolling: columns[0], side: columns[2])
  }

  private func scrollingLines(_ detail: DocumentDetail, width: Int, side: Rect?) -> [Line] {
    content(detail, width: width, isAlone: side == nil)
      + (side == nil ? standing(detail, width: width) : [])
  }

  /// One line of the page: text, or a rule with a title.
  enum Line {
    case text(StyledText)
    case rule(String, trailing: String? = nil)
  }

  private func drawScrolling(_ lines: [Line], in canvas: inout Canvas) {
    let top = min(max(0, page.scroll), max(0, lines.count - canvas.rows))
    draw(Array(lines.dropFirst(top)), in: &canvas)
    let below = lines.count - top - canvas.rows
    if below > 0, canvas.rows > 0 {
      canvas.write(
        StyledText(" \(canvas.glyphs.down) \(below) more ", .dim), column: 0,
        row: canvas.rows - 1, width: canvas.columns - 1, alignment: .right)
    }
  }

  private func draw(_ lines: [Line], in canvas: inout Canvas) {
    for (row, line) in lines.prefix(canvas.rows).enumerated() {
      switch line {
      case .text(let text):
        canvas.write(text, column: 1, row: row, width: max(0, canvas.columns - 2))
      case .rule(let title, let trailing):
        canvas.rule(
          row: row, title: StyledText(title, .heading), trailing: trailing.map { StyledText($0) })
      }
    }
  }

  // MARK: Content

  /// - Parameter isAlone: whether where it stands is told further below and not beside it.
  private func content(_ detail: DocumentDetail, width: Int, isAlone: Bool) -> [Line] {
    guard let type = context.type(detail.document.type) else {
      return [.text(StyledText("This program does not know the type “\(detail.document.type)”."))]
    }
    let document = detail.document
    let waiting = Standing(document).waiting(clock: context.clock, now: context.now)
    let standing = document.status.words + (waiting.map { ": " + $0 } ?? "")
    var lines: [Line] = [.rule(type.title, trailing: isAlone ? standing : document.title)]
    if let explanation = page.explanation {
      lines += PreviewText(context: context)
        .hindrances(explanation, isStopped: explanation.document.isStopped)
        .flatMap { $0.wrapped(to: width - 2) }.map { .text($0) }
    }
    lines += header(detail, type.schema, width: width - 2)
    if !type.schema.lineFields.isEmpty {
      lines.append(.rule("Lines"))
      lines += table(detail, type.schema, width: width - 2)
      lines.append(.rule(totals(detail)))
    }
    let findings = PreviewText(context: context).findings(of: detail)
    lines += findings.flatMap { $0.wrapped(to: width - 2) }.map { .text($0) }
    return lines
  }

  private func header(_ detail: DocumentDetail, _ schema: DocumentSchema, width: Int) -> [Line] {
    var pairs: [(String, String)] = [("Originator", detail.originatorName)]
    for field in schema.fields {
      if let unread = detail.document.content.fields.unread[field.name] {
        pairs.append((field.labelAlone, "! " + unread))
        continue
      }
      let value = detail.document.content.fields[field.name]
      let shown = value.isNone ? detail.calculated[field.name] : value
      // What may stay empty and does so would only push the lines away.
      if shown.isNone, !field.isRequired { continue }
      pairs.append((field.labelAlone, FieldText.long(shown)))
    }
    let labelWidth = min(20, pairs.map { $0.0.displayWidth }.max() ?? 0)
    let half = width / 2
    func cell(_ pair: (String, String), _ room: Int) -> StyledText {
      StyledText(pair.0.fitted(to: labelWidth) + "  ", .dim)
        + StyledText(pair.1.truncated(to: max(4, room - labelWidth - 4)))
    }
    // Two columns where there is room, a long value on a line of its own.
    var lines: [Line] = []
    var pending: StyledText?
    for pair in pairs {
      let isLong = pair.1.displayWidth > half - labelWidth - 4
      if let left = pending, !isLong {
        let gap = String(repeating: " ", count: max(1, half - left.width))
        lines.append(.text(left + StyledText(gap) + cell(pair, half)))
        pending = nil
      } else if isLong {
        if let left = pending { lines.append(.text(left)) }
        pending = nil
        lines.append(.text(cell(pair, width)))
      } else {
        pending = cell(pair, half)
      }
    }
    if let left = pending { lines.append(.text(left)) }
    return lines
  }

  private func table(_ detail: DocumentDetail, _ schema: DocumentSchema, width: Int) -> [Line] {
    let records = detail.document.content.lines
    let columns = ViewedLines(
      schema: schema, lines: records, currency: detail.document.total?.currency.code)
    let layout = ColumnLayout(columns.columns, width: width)
    let worst = Dictionary(grouping: detail.findings.filter { $0.line != nil }) { $0.line ?? 0 }
    func row(_ cells: [String], _ style: Style, flag: StyledText) -> Line {
      var text = flag
      var used = 0
      for place in layout.placements {
        let gap = place.column - used
        text.append(String(repeating: " ", count: max(0, gap)))
        text.append(cells[place.index].fitted(to: place.width, alignment: place.alignment), style)
        used = place.column + place.width
      }
      return .text(text)
    }
    if records.isEmpty { return [.text(StyledText("no lines yet", .placeholder))] }
    var lines = [row(columns.columns.map(\.title), .heading, flag: "")]
    for index in records.indices {
      let findings = worst[index + 1] ?? []
      let isError = findings.contains { $0.severity == .error }
      let style: Style = findings.isEmpty ? .normal : isError ? .danger : .warning
      lines.append(row(columns.rows[index], style, flag: ""))
      lines += ViewedLines.items(of: records[index], in: schema).map {
        .text(StyledText("     " + $0.displaySafe, .dim))
      }
    }
    return lines
  }

  private func totals(_ detail: DocumentDetail) -> String {
    var parts = [plural(detail.document.content.lines.count, "line")]
    if let total = detail.document.total { parts.append(total.description) }
    let errors = detail.findings.count { $0.severity == .error }
    let warnings = detail.findings.count - errors
    if errors > 0 { parts.append(plural(errors, "error")) }
    if warnings > 0 { parts.append(plural(warnings, "warning")) }
    return parts.joined(separator: " · ")
  }

  // MARK: Who is waited for

  private func standing(_ detail: DocumentDetail, width: Int) -> [Line] {
    var lines: [Line] = []
    let status = detail.document.status.words
    lines.append(.rule("Status"))
    let waiting = Standing(detail.document).waiting(clock: context.clock, now: context.now)
    lines.append(
      .text(
        StyledText(status, ReportsPage.style(of: detail.document.status))
          + StyledText(waiting.map { ": " + $0 } ?? "")))
    for line in PreviewText(context: context).waiting(for: detail) { lines.append(.text(line)) }
    for item in detail.openItems {
      if let instructions = item.instructions, !instructions.isEmpty {
        lines += instructions.wrapped(to: max(10, width - 4)).map {
          .text(StyledText("  " + $0, .dim))
        }
      }
    }
    let next = PreviewText(context: context).next(of: detail)
    if !next.isEmpty {
      lines.append(.rule("Then"))
      lines += next.map { .text(StyledText($0)) }
    }
    return lines
  }
}
