// Draws the system: a line of figures, the architecture with what moves in it, a message's way.

import ApplicationRuntime
import Screen
import WorkflowRuntime

struct SystemView {
  let page: SystemPage
  let state: InterfaceState

  func draw(in frame: inout Frame, layout: PageLayout) {
    frame.draw(in: layout.top) { canvas in
      let width = canvas.columns - 2
      canvas.write(headline(width: width), column: 1, row: 0, width: width)
    }
    let places = SystemLayout(layout)
    guard page.overview != nil else {
      frame.draw(in: places.place) { _ = $0.write("…", column: 1, row: 0, style: .dim) }
      return
    }
    frame.draw(in: places.place) { canvas in
      SystemFigureView(figure: places.figure, page: page, state: state).draw(in: &canvas)
    }
    frame.draw(in: places.way) { drawWay(in: &$0) }
    if let before = places.before { frame.draw(in: before) { drawBefore(in: &$0) } }
  }

  // MARK: The line of figures

  private func headline(width: Int) -> StyledText {
    guard let overview = page.overview else { return StyledText("batch job …", .dim) }
    let counts = overview.counts
    let tallies = overview.tallies
    var parts: [(text: StyledText, rank: Int)] = [
      (job(overview.settings), 0),
      (StyledText("\(counts.ready) ready", counts.ready > 0 ? .accent : .normal), 1),
      (StyledText("\(counts.waiting) waiting"), 2),
      (StyledText("\(counts.stopped) stopped", counts.stopped > 0 ? .danger : .normal), 1),
      (StyledText("\(tallies.handled) handled"), 3),
    ]
    if counts.running > 0 { parts.insert((StyledText("\(counts.running) running"), 2), at: 2) }
    for (tally, word) in [(QueueTally.discarded, "discarded"), (.withdrawn, "withdrawn")]
    where tallies[tally] > 0 {
      parts.append((StyledText("\(tallies[tally]) \(word)", .dim), 4))
    }
    let handled = parts.firstIndex { $0.rank == 3 } ?? 0
    // Since when is said in the longest words that fit.
    let since =
      tallies.since.map { [" since " + state.setup.clock.day(of: $0).short, ""] }
      ?? [" since the store was made", " in all", ""]
    for words in since {
      parts[handled].text = StyledText("\(tallies.handled) handled" + words)
      if joined().width <= width { break }
    }
    func joined() -> StyledText {
      var text = StyledText()
      for (index, part) in parts.enumerated() {
        if index > 0 { text.append(" · ", .dim) }
        text.append(part.text)
      }
      return text
    }
    while joined().width > width, parts.count > 1,
      let least = parts.indices.max(by: { parts[$0].rank <= parts[$1].rank })
    {
      parts.remove(at: least)
    }
    return joined()
  }

  private func job(_ settings: BatchJobSettings) -> StyledText {
    var text = StyledText("batch job ")
    if settings.isPaused {
      text.append("paused", .warning)
      if let person = settings.pausedBy {
        text.append(" by \(state.context.name(of: person))", .warning)
      }
    } else if state.overview?.runner == nil {
      text.append("runs nowhere", .warning)
    } else {
      text.append("runs", .good)
    }
    return text
  }

  // MARK: One message's way

  private func drawWay(in canvas: inout Canvas) {
    let width = canvas.columns - 2
    guard let way = page.way else {
      canvas.write("Nothing was handled yet.", column: 1, row: 0, style: .dim)
      return
    }
    let text = WayText(
      way: way, context: state.context, isStep: page.stepped == way.message.sequence)
    canvas.write(text.title(width: width), column: 1, row: 0, width: width)
    let lines =
      canvas.glyphs.isASCII
      ? text.sentence.wrapped(to: width, maximumLines: canvas.rows - 1).map { StyledText($0) }
      : text.lines(width: width - 1, rows: canvas.rows - 1)
    for (row, line) in lines.prefix(max(0, canvas.rows - 1)).enumerated() {
      canvas.write(line, column: 2, row: row + 1, width: width - 1)
    }
    drawNext(in: &canvas, behind: lines.count < canvas.rows - 1 ? nil : lines.last)
  }

  /// `n: the next one`, where there is room behind the last line.
  private func drawNext(in canvas: inout Canvas, behind last: StyledText?) {
    guard page.overview?.settings.isPaused == true, canvas.rows > 1,
      let step = state.setup.table.action(.step, in: .system), step.availability(state).isOn,
      let key = step.keys.first
    else { return }
    let hint = StyledText(key.spelling, .key) + StyledText(": the next one", .dim)
    let row = canvas.rows - 1
    guard (last?.width ?? 0) + hint.width + 3 <= canvas.columns else { return }
    canvas.write(
      hint, column: 1, row: row, width: max(0, canvas.columns - 2), alignment: .right)
  }

  private func drawBefore(in canvas: inout Canvas) {
    canvas.rule(row: 0, title: StyledText("before", .heading))
    for (index, way) in page.waysBefore.prefix(max(0, canvas.rows - 1)).enumerated() {
      let text = WayText(way: way, context: state.context, isStep: false)
      let took = text.took ?? ""
      canvas.write(
        text.line(glyphs: canvas.glyphs), column: 1, row: index + 1,
        width: max(0, canvas.columns - 4 - took.displayWidth))
      canvas.write(
        StyledText(took, .dim), column: 1, row: index + 1, width: max(0, canvas.columns - 2),
        alignment: .right)
    }
  }
}
