// What stands in each box of the figure.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct SystemBoxView {
  let box: SystemBox
  let page: SystemPage
  let state: InterfaceState

  func draw(in canvas: inout Canvas) {
    guard let overview = page.overview else { return }
    let isSelected = page.box == box
    let title = box == .store && canvas.columns < box.title.count ? "STORE" : box.title
    canvas.write(title, column: 0, row: 0, style: isSelected ? .emphasis : .heading)
    switch box {
    case .api: break
    case .queue: drawQueue(overview, in: &canvas)
    case .batchJob: drawJob(overview.settings, in: &canvas)
    case .handlers: drawHandlers(overview, in: &canvas)
    case .runtime: drawRuntime(in: &canvas)
    case .store: drawStore(overview.instances, in: &canvas)
    }
  }

  // MARK: The queue

  private func drawQueue(_ overview: SystemOverview, in canvas: inout Canvas) {
    let counts = overview.counts
    canvas.write(
      StyledText(compact(counts.depth, width: 7), .emphasis), column: 0, row: 0,
      width: canvas.columns - 1, alignment: .right)
    let states: [(word: String, count: Int, style: Style)] = [
      ("ready", counts.ready + counts.running, .accent), ("waiting", counts.waiting, .normal),
      ("stopped", counts.stopped, .danger),
    ]
    guard canvas.rows > states.count else {
      var text = StyledText()
      for (index, state) in states.enumerated() where state.count > 0 {
        if !text.isEmpty { text.append(" ") }
        let most = max(1, (canvas.columns - 6) / 3)
        text.append(bar(state.count, most, canvas.glyphs), state.style)
        if index == 2 { text.append("!", .danger) }
      }
      canvas.write(text, column: 0, row: 1, width: canvas.columns - 1)
      return
    }
    for (row, state) in states.enumerated() {
      let used = canvas.write(state.word + " ", column: 0, row: row + 1)
      let number = state.count > 0 ? " " + compact(state.count, width: 5) : ""
      let room = canvas.columns - 1 - used - number.displayWidth
      let blocks = bar(state.count, room, canvas.glyphs)
      canvas.write(blocks, column: used, row: row + 1, style: state.style)
      // Few are seen at a glance; more are told.
      if state.count > 3 {
        canvas.write(number, column: used + blocks.displayWidth, row: row + 1, style: .dim)
      }
    }
  }

  private func bar(_ count: Int, _ most: Int, _ glyphs: Glyphs) -> String {
    String(repeating: glyphs.block, count: max(0, min(count, most)))
  }

  // MARK: The batch job

  private func drawJob(_ settings: BatchJobSettings, in canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let isRunning = !settings.isPaused && state.overview?.runner != nil
    var text = StyledText(
      settings.isPaused ? glyphs.pause : isRunning ? glyphs.play : glyphs.dash,
      isRunning ? .good : .warning)
    text.append(" every \(settings.intervalText)")
    canvas.write(text, column: 0, row: 1, width: canvas.columns)
    guard canvas.rows > 2 else { return }
    let last = state.overview?.lastBatchAt.map { "last " + state.setup.clock.seconds($0) }
    canvas.write(last ?? "no batch yet", column: 0, row: 2, width: canvas.columns)
  }

  // MARK: The handlers

  private func drawHandlers(_ overview: SystemOverview, in canvas: inout Canvas) {
    let rows = page.handlerRows
    let room = canvas.rows - 1
    let first = page.box == .handlers ? max(0, page.handler - room + 1) : 0
    for (row, type) in rows.dropFirst(first).prefix(max(0, room)).enumerated() {
      let isSelected = page.box == .handlers && first + row == page.handler
      let stopped = overview.stopped[type] ?? 0
      var count = StyledText(compact(overview.tallies[.handled(type)], width: 5), .emphasis)
      if stopped > 0 { count.append(" \(canvas.glyphs.cross)\(stopped)", .danger) }
      let width = canvas.columns - 1
      let name = SystemPage.name(of: type, width: width - count.width - 1)
      let style: Style = isSelected ? .selection : .normal
      canvas.write(name, column: 0, row: row + 1, width: width, style: style)
      canvas.write(count, column: 0, row: row + 1, width: width, alignment: .right)
      if isSelected {
        canvas.restyle(Rect(column: 0, row: row + 1, columns: width, rows: 1)) { $0.selected() }
      }
    }
  }

  // MARK: The runtime and its store

  private func drawRuntime(in canvas: inout Canvas) {
    guard let message = page.way?.message else { return }
    var lines = ["\(message.instance) \(message.document)"]
    lines.append(
      [message.payload.element?.components.last, message.payload.step].compactMap { $0 }
        .joined(separator: " " + canvas.glyphs.more + " "))
    // Between two commits nothing is: that is what the store is for.
    lines.append("0 in memory")
    for (row, line) in lines.prefix(max(0, canvas.rows - 1)).enumerated() {
      canvas.write(line, column: 0, row: row + 1, width: canvas.columns)
    }
  }

  private func drawStore(_ counts: [InstanceStatus: Int], in canvas: inout Canvas) {
    let stopped = counts[.stopped, default: 0] + counts[.unrecoverable, default: 0]
    let idle = compact(counts[.pending, default: 0], width: 6)
    var first = StyledText("\(idle) idle")
    if stopped > 0 {
      let isNarrow = canvas.columns < 20
      first.append(isNarrow ? " " : ", ")
      first.append(
        isNarrow ? "\(canvas.glyphs.cross)\(stopped)" : "\(stopped) stopped", .danger)
    }
    let ended = counts[.completed, default: 0]
    let canceled = counts[.canceled, default: 0]
    let second = "\(ended) completed" + (canceled > 0 ? ", \(canceled) canceled" : "")
    canvas.write(first, column: 0, row: 1, width: canvas.columns)
    canvas.write(second, column: 0, row: 2, width: canvas.columns)
  }
}
