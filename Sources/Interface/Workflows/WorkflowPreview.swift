// What stands beside or below the list about the selected version: its drawing and its findings.

import ApplicationRuntime
import Screen
import Workflow

struct WorkflowPreview {
  let page: WorkflowsPage
  let context: PageContext

  func draw(in frame: inout Frame, layout: PageLayout, _ state: InterfaceState) {
    let title = page.selected.map { StyledText("\($0.name) · \($0.title)", .heading) }
    guard layout.isDetailAtRight, let rect = layout.detail else {
      state.drawDetail(in: &frame, layout: layout, title: title) {
        page.selected.map { PreviewText.Body(left: about($0), right: findings($0)) }
      }
      return
    }
    state.drawDetail(in: &frame, layout: layout, title: title) { nil }
    guard let row = page.selected else { return }
    let inner = Rect(
      column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
    frame.draw(in: inner) { drawAtRight(row, in: &$0) }
  }

  /// The drawing above as far as it is high, and what is said of the version below.
  private func drawAtRight(_ row: WorkflowVersionRow, in canvas: inout Canvas) {
    let width = canvas.columns - 2
    let lines = (about(row) + findings(row)).flatMap { $0.wrapped(to: width) }
    let height = page.shownDetail == nil ? 0 : page.flow.diagram?.size.rows ?? 0
    let room = max(canvas.rows - lines.count - 1, canvas.rows / 2)
    let drawn = min(height, room)
    if let diagram = page.flow.diagram, drawn > 0 {
      canvas.within(Rect(column: 0, row: 0, columns: canvas.columns, rows: drawn)) {
        DiagramWindow(diagram: diagram, origin: Point(column: 0, row: 0), selected: nil)
          .draw(in: &$0)
      }
      canvas.rule(row: drawn)
    }
    let top = drawn > 0 ? drawn + 1 : 0
    let fits = lines.count <= canvas.rows - top
    for (index, line) in lines.prefix(canvas.rows - top - (fits ? 0 : 1)).enumerated() {
      canvas.write(line, column: 1, row: top + index, width: width)
    }
    if !fits {
      let hidden = lines.count - (canvas.rows - top - 1)
      canvas.write("… \(hidden) more, Enter", column: 1, row: canvas.rows - 1, style: .dim)
    }
  }

  private func about(_ row: WorkflowVersionRow) -> [StyledText] {
    let saved = context.clock.moment(row.savedAt, now: context.now)
    var lines = [
      StyledText(row.isActive ? "active" : "saved", row.isActive ? .good : .dim)
        + StyledText(" · " + row.runsInWords),
      StyledText("for \(row.typeTitle)", .dim),
      StyledText("saved \(saved)" + (row.savedByName.map { " by \($0)" } ?? ""), .dim),
    ]
    if let comment = row.comment { lines.append(StyledText("“\(comment)”")) }
    return lines
  }

  private func findings(_ row: WorkflowVersionRow) -> [StyledText] {
    guard !row.findings.isEmpty else { return [StyledText("nothing is wrong with it", .good)] }
    return row.findings.sorted { $0.severity == .error && $1.severity == .warning }.map {
      StyledText("! ", $0.style) + StyledText("line \($0.location.line): \($0.message)")
    }
  }
}

extension Finding {
  var style: Style { severity == .error ? .danger : .warning }

  /// `line 12, column 5`
  var place: String { "line \(location.line), column \(location.column)" }
}
