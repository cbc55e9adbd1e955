// Draws the queue: the batch job, the plots, pending and handled messages, one message's detail.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct QueueView {
  let page: QueuePage
  let state: InterfaceState

  func draw(in frame: inout Frame, layout: PageLayout) {
    frame.draw(in: layout.top) { canvas in
      let width = canvas.columns - 2
      canvas.write(jobLine(glyphs: canvas.glyphs, width: width), column: 1, row: 0, width: width)
      drawPlots(in: &canvas, row: 1)
    }
    let panes = QueueLayout(layout: layout, pending: page.pendingList.visible.count)
    let pending = ListView(
      list: page.pendingList, isFocused: page.pane == .pending,
      placeholder: state.placeholder(
        of: page.pendingList, isLoaded: page.isLoaded, empty: "The queue is empty."))
    let handled = ListView(
      list: page.handledList, isFocused: page.pane == .handled,
      placeholder: state.placeholder(
        of: page.handledList, isLoaded: page.isLoaded, empty: "Nothing was handled yet."))
    frame.draw(in: layout.rule) { canvas in
      canvas.rule(row: 0, trailing: newAbove(page.pendingList))
    }
    frame.draw(in: layout.header) { pending.drawHeader(in: &$0, row: 0) }
    frame.draw(in: panes.pending) { pending.drawRows(in: &$0) }
    frame.draw(in: panes.divider) { canvas in
      canvas.rule(
        row: 0, title: StyledText("handled", .heading), trailing: newAbove(page.handledList))
    }
    frame.draw(in: panes.handled) { handled.drawRows(in: &$0) }
    if let message = page.selected {
      let text = MessageText(message: message, context: state.context)
      drawDetail(text, in: &frame, layout: layout)
    } else {
      state.drawDetail(in: &frame, layout: layout, title: nil) { nil }
    }
    drawWaits(in: &frame, layout: layout)
  }

  private func drawDetail(_ text: MessageText, in frame: inout Frame, layout: PageLayout) {
    state.drawDetail(in: &frame, layout: layout, title: text.title) { nil }
    guard let rect = layout.detail else { return }
    frame.draw(in: rect) { canvas in
      let lines = text.lines(width: canvas.columns - 2)
      for (row, line) in lines.prefix(max(0, canvas.rows - 1)).enumerated() {
        canvas.write(line, column: 1, row: row + 1, width: max(0, canvas.columns - 2))
      }
    }
  }

  /// The waiting times of the last messages, at the bottom of the detail.
  private func drawWaits(in frame: inout Frame, layout: PageLayout) {
    guard let rect = layout.detail, rect.rows >= WaitPlot.rows + 7,
      let waits = state.overview?.waits, !waits.isEmpty
    else { return }
    let place = Rect(
      column: rect.column, row: rect.endRow - WaitPlot.rows, columns: rect.columns,
      rows: WaitPlot.rows)
    frame.draw(in: place) { WaitPlot(counts: waits).draw(in: &$0) }
  }

  private func newAbove(_ list: ListState) -> StyledText? {
    list.newAbove > 0 ? StyledText("\(list.newAbove) new above", .accent) : nil
  }

  // MARK: Batch job

  /// What does not fit goes whole, the least important first.
  private func jobLine(glyphs: Glyphs, width: Int) -> StyledText {
    guard let overview = state.overview else { return StyledText("batch job …", .dim) }
    let settings = overview.settings
    let woken = settings.wakes ? ", woken" : ", not woken"
    var parts: [(text: StyledText, rank: Int)] = [
      (runner(overview, glyphs: glyphs), 0),
      (StyledText("every \(settings.intervalText)" + woken), 2),
      (StyledText("batch \(settings.batchSize)"), 3),
    ]
    if let last = overview.lastBatchAt {
      parts.append((StyledText("last " + state.setup.clock.seconds(last)), 1))
    }
    func joined() -> StyledText {
      parts.dropFirst().reduce(parts[0].text) { $0 + StyledText(" · ") + $1.text }
    }
    while joined().width > width, parts.count > 1,
      let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank })
    {
      parts.remove(at: least)
    }
    return joined()
  }

  private func runner(_ overview: QueueOverview, glyphs: Glyphs) -> StyledText {
    var text = StyledText("batch job ")
    if overview.settings.isPaused {
      text.append(glyphs.pause + " paused", .warning)
      if let person = overview.settings.pausedBy {
        text.append(" by " + state.context.name(of: person))
      }
    } else if let runner = overview.runner {
      text.append(glyphs.play, .good)
      text.append(runner.isThisProcess ? " this process" : " process")
      text.append(" (\(runner.process))")
    } else {
      text.append("runs nowhere", .warning)
    }
    return text
  }

  private func drawPlots(in canvas: inout Canvas, row: Int) {
    guard let overview = state.overview else { return }
    let waited = [("p50", overview.waitedMedian), ("p99", overview.waited99th)].compactMap {
      name, value in value.map { "\(name) \(Age.text($0))" }
    }.joined(separator: ", ")
    let first = "depth \(overview.counts.depth) "
    let second = "handled/s \(state.rates.rate) "
    let third = waited.isEmpty ? "waited –" : "waited " + waited
    let fixed = first.displayWidth + second.displayWidth + third.displayWidth + 8
    let plot = min(60, max(4, (canvas.columns - fixed) / 2))
    var text = StyledText(first)
    text.append(
      Sparkline.text(state.rates.depths, width: plot, glyphs: canvas.glyphs, maximum: nil), .accent)
    text.append("   " + second)
    text.append(
      Sparkline.text(state.rates.handledPerSecond, width: plot, glyphs: canvas.glyphs), .accent)
    text.append("   " + third)
    canvas.write(text, column: 1, row: row, width: canvas.columns - 2)
  }
}
