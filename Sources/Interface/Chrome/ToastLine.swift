// The line above the footer: the filter that is typed, a toast, progress, or a hint.

import Screen

struct ToastLine {
  let state: InterfaceState

  func draw(in canvas: inout Canvas) {
    if let filter = state.filterInput {
      canvas.write("/", column: 1, row: 0, style: .key)
      canvas.within(Rect(column: 2, row: 0, columns: canvas.columns - 3, rows: 1)) {
        TextAreaView(area: filter, isFocused: true).draw(in: &$0)
      }
    } else if let work = state.works.values.filter({ $0.requests.count > 1 }).min(by: {
      $0.number < $1.number
    }) {
      draw(progress: work, in: &canvas)
    } else if let (task, progress) = state.shownTask {
      draw(progress, of: task, in: &canvas)
    } else if let toast = state.toasts.last {
      draw(toast, in: &canvas)
    } else if !state.hints.isEmpty, state.page.kind == .inbox {
      draw(hints: usefulHints, in: &canvas)
    } else {
      PageTabs(state: state).draw(in: &canvas)
    }
  }

  /// Whether nothing is told, and the pages stand here.
  var showsTabs: Bool {
    state.filterInput == nil && !state.works.values.contains { $0.requests.count > 1 }
      && state.toasts.isEmpty && (state.hints.isEmpty || state.page.kind != .inbox)
  }

  /// The rows that it needs: a long message takes some more, above its own.
  func rows(width: Int) -> Int {
    guard state.filterInput == nil, let toast = state.toasts.last else { return 1 }
    return max(1, lines(of: toast, width: width).count)
  }

  private func hint(of toast: Toast) -> String {
    if let hint = toast.hint { return hint }
    let errors = state.toasts.count { $0.kind == .error }
    guard toast.kind == .error else { return "" }
    return errors > 1 ? "Esc: next of \(errors)" : "Esc"
  }

  private func lines(of toast: Toast, width: Int) -> [String] {
    let hint = hint(of: toast)
    let room = max(10, width - 4 - (hint.isEmpty ? 0 : hint.displayWidth + 2))
    guard let end = toast.takesEffect else {
      return toast.text.wrapped(to: room, maximumLines: 4)
    }
    // The time that is left is always seen, whatever is cut.
    let time = " Takes effect in \(state.context.secondsLeft(until: end)) s"
    return [toast.text.truncated(to: max(0, room - time.displayWidth)) + time]
  }

  private func draw(_ toast: Toast, in canvas: inout Canvas) {
    let (sign, style): (String, Style) =
      switch toast.kind {
      case .done: (canvas.glyphs.check, .good)
      case .note: (canvas.glyphs.middleDot, .normal)
      case .error: ("!", .danger)
      }
    canvas.fill()
    canvas.write(sign, column: 1, row: 0, style: style)
    for (row, line) in lines(of: toast, width: canvas.columns).enumerated() {
      canvas.write(line, column: 3, row: row, style: toast.kind == .error ? style : .normal)
    }
    canvas.write(
      StyledText(hint(of: toast), .key), column: 0, row: 0, width: canvas.columns - 1,
      alignment: .right)
  }

  private func draw(_ progress: TaskProgress, of task: LongTask, in canvas: inout Canvas) {
    var text = task.title
    if let total = progress.total, total > 0 {
      text += ", \(progress.done) of \(total)"
      text += timeLeft(progress.done, of: total, since: progress.startedAt)
    } else {
      text += ", \(Age.coarse(state.uptime - progress.startedAt))"
    }
    draw(progress: progress.isStopping ? text + ", stopping" : text, in: &canvas)
  }

  private func draw(progress work: Work, in canvas: inout Canvas) {
    var text = "\(work.action.present.capitalizedFirst) \(work.done) of \(work.requests.count)"
    if work.isStopping { text += ", stopping" }
    if !work.failures.isEmpty { text += ", \(work.failures.count) failed" }
    text += timeLeft(work.done, of: work.requests.count, since: work.startedAt)
    draw(progress: text, in: &canvas)
  }

  private func timeLeft(_ done: Int, of total: Int, since start: Duration) -> String {
    let elapsed = state.uptime - start
    guard done > 0, elapsed > .seconds(1) else { return "" }
    return ", \(Age.coarse(elapsed / done * max(0, total - done))) left"
  }

  private func draw(progress text: String, in canvas: inout Canvas) {
    canvas.fill()
    canvas.write(
      canvas.glyphs.play, column: 1, row: 0, style: .accent)
    canvas.write(text, column: 3, row: 0, width: max(0, canvas.columns - 14))
    canvas.write(
      StyledText("^C: stop", .key), column: 0, row: 0, width: canvas.columns - 1,
      alignment: .right)
  }

  /// A key that would do nothing here is no hint.
  private var usefulHints: [ActionName] {
    state.hints.filter { name in
      state.setup.table.action(name, in: .inbox)?.availability(state).isOn ?? false
    }
  }

  private func draw(hints: [ActionName], in canvas: inout Canvas) {
    var text = StyledText("Try ", .dim)
    for (index, name) in hints.enumerated() {
      guard let action = state.setup.table.action(name, in: .inbox), let key = action.keys.first
      else { continue }
      if index > 0 { text.append(" · ", .dim) }
      text.append(key.spelling, .key)
      let label = name == .help ? "all keys" : action.label
      text.append(" " + label, .dim)
    }
    canvas.write(text, column: 1, row: 0, width: max(0, canvas.columns - 2))
  }
}
