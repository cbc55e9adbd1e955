// Draws a simulated run: the drawing at the left, what happens at the right, the step below.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct SimulationView {
  let page: SimulationPage
  let context: PageContext

  func draw(in canvas: inout Canvas) {
    let layout = SimulationLayout(size: canvas.size)
    canvas.write(headline, column: 1, row: layout.panes.headline.row, width: canvas.columns - 2)
    let panes = FlowPanes(panes: layout.panes)
    panes.drawRules(in: &canvas)
    panes.draw(page.flow, missing: "It cannot be drawn.", in: &canvas)
    let lines = lines(width: layout.panes.side.columns - 3).map { line in
      let isToCome = (line.owner ?? page.index) > page.index
      return isToCome ? PaneLine(text: line.text.styled { _ in .dim }, owner: line.owner) : line
    }
    panes.draw(lines, selected: page.index, in: &canvas) { room in
      let first = lines.firstIndex { $0.owner == page.index } ?? 0
      let last = lines.lastIndex { $0.owner == page.index } ?? first
      // The step is on the screen with what stands above it.
      let top = max(0, min(first - 2, max(last - room / 2, 0)))
      return min(max(top, last - room + 1), first)
    }
    canvas.within(layout.position) { drawPosition(in: &$0) }
  }

  private var headline: StyledText {
    let report = page.report
    let version = report.version.map { " version \($0)" } ?? ", not saved"
    let document = [report.documentID?.rawValue, report.document].compactMap { $0 }
      .joined(separator: " ")
    return StyledText(document, .emphasis) + StyledText(" through \(report.workflow)\(version)")
      + StyledText(" · simulated, nothing is done", .dim)
  }

  private func drawPosition(in canvas: inout Canvas) {
    let count = page.steps.count
    let at = page.steps.indices.contains(page.index) ? page.steps[page.index].entry?.at : nil
    let time = at.map { " · " + context.clock.moment($0, now: context.now) } ?? ""
    let text = StyledText("step \(page.index + 1) of \(count)\(time)", .emphasis)
    let used = canvas.write(text, column: 1, row: 0, width: canvas.columns - 2)
    let begin = used + 3
    let length = canvas.columns - begin - 1
    guard length > 6, count > 1 else { return }
    canvas.horizontal(column: begin, row: 0, length: length)
    canvas.write(
      canvas.glyphs.dot, column: begin + (length - 1) * page.index / (count - 1), row: 0,
      style: .accent)
  }

  func lines(width: Int) -> [PaneLine] {
    var lines: [PaneLine] = []
    for finding in page.report.findings where finding.severity == .error {
      lines += wrap("before it can be submitted: " + finding.sentence, .danger, width)
    }
    for (index, step) in page.steps.enumerated() {
      if let place = step.place { lines.append(PaneLine(text: StyledText(place, .heading))) }
      for line in wrap(words(step), style(of: step), width) {
        lines.append(PaneLine(text: line.text, owner: index))
      }
      for unanswered in step.entry?.ifUnanswered ?? [] {
        let at = context.clock.moment(unanswered.at, now: context.now)
        for line in wrap("unanswered: \(at) \(unanswered.words)", .dim, width) {
          lines.append(PaneLine(text: line.text, owner: index))
        }
      }
    }
    for answer in page.report.unusedAnswers {
      lines += wrap("“\(answer)” was not asked", .warning, width)
    }
    return lines
  }

  private func words(_ step: SimulationStep) -> String {
    guard let entry = step.entry else { return step.words }
    let values = entry.values.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    var words = step.words
    if !values.isEmpty { words += " (\(values))" }
    if let due = entry.dueAt { words += ", due \(context.clock.moment(due, now: context.now))" }
    if let answer = entry.answer { words += " → \(answer)" }
    return words
  }

  private func style(of step: SimulationStep) -> Style {
    guard let entry = step.entry else { return page.report.isCompleted ? .good : .warning }
    return entry.event == nil ? .emphasis : .normal
  }

  private func wrap(_ text: String, _ style: Style, _ width: Int) -> [PaneLine] {
    text.wrapped(to: max(8, width)).map { PaneLine(text: StyledText($0, style)) }
  }
}

/// The panes of a workflow's page, and the line of the step below them.
struct SimulationLayout: Hashable, Sendable {
  let panes: WorkflowLayout
  let position: Rect

  init(size: Size) {
    panes = WorkflowLayout(size: Size(columns: size.columns, rows: max(0, size.rows - 2)))
    position = Rect(column: 0, row: max(0, size.rows - 2), columns: size.columns, rows: 1)
  }
}
