// The first line: where am I, filter and counts; who am I, store, freshness, batch job.

import ApplicationRuntime
import Screen
import WorkflowRuntime

struct StatusLine {
  let state: InterfaceState

  func draw(in canvas: inout Canvas) {
    canvas.fill(style: .statusLine)
    let right = right(glyphs: canvas.glyphs)
    var parts = left
    // What does not fit goes, the least important first; the page's name stays.
    while parts.count > 1, join(parts).width + right.width + 4 > canvas.columns,
      let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank })
    {
      parts.remove(at: least)
    }
    let room = canvas.columns - 2
    let text = join(parts)
    canvas.write(text, column: 1, row: 0, width: max(0, room - right.width - 2))
    canvas.write(right, column: 1, row: 0, width: room, alignment: .right)
  }

  private func join(_ parts: [StatusPart]) -> StyledText {
    var result = StyledText()
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(" · ", .statusLine) }
      result.append(part.text)
    }
    return result
  }

  // MARK: Left

  private var left: [StatusPart] {
    var parts = [StatusPart(place, .statusLine, rank: 0)]
    parts += state.page.content.standing
    if let count = state.page.content.count {
      parts.append(StatusPart(count, .statusLine, rank: 3))
    }
    if state.unread > 0 {
      let count =
        state.unread >= Engine.greatestUnreadCount ? "\(state.unread)+" : "\(state.unread)"
      parts.append(StatusPart(count + " new", .accent, rank: 4))
    }
    let errors = state.log.unseenErrors
    if errors > 0, !state.toasts.contains(where: { $0.kind == .error }) {
      parts.append(StatusPart("! " + plural(errors, "error"), .danger, rank: 1))
    }
    guard let list = state.page.list else { return parts }
    if !list.filter.isEmpty {
      parts.append(StatusPart("/" + list.filter.source.truncated(to: 24), .accent, rank: 1))
    }
    let marked = list.markedRows
    if !marked.isEmpty {
      let sum = MoneySum(marked.compactMap(\.amount)).text.map { ", " + $0 } ?? ""
      parts.append(StatusPart("\(marked.count) marked" + sum, .marked, rank: 2))
    }
    if list.hiddenMarks > 0 {
      parts.append(StatusPart("\(list.hiddenMarks) marked hidden", .warning, rank: 3))
    }
    return parts
  }

  private var place: String {
    let top = state.pages.first?.kind.title ?? ""
    // A page without an object that was opened from another says what it is.
    let isInside = state.pages.count > 1
    let place = state.page.content.place ?? (isInside ? state.page.kind.title : nil)
    guard let place else { return top }
    return "\(top) › \(place)"
  }

  // MARK: Right

  private func right(glyphs: Glyphs) -> StyledText {
    var text = StyledText(state.viewer.name, .emphasis)
    text.append(" · " + state.setup.storeName, .statusLine)
    text.append(" · ", .statusLine)
    text.append(freshness(glyphs: glyphs))
    if state.page.kind != .edit {
      text.append(" · ", .statusLine)
      text.append(job(glyphs: glyphs))
    }
    if state.setup.isReadOnly { text.append(" · read-only", .warning) }
    return text
  }

  private func freshness(glyphs: Glyphs) -> StyledText {
    if let editor = state.page.document?.editor {
      if let error = editor.saveError { return StyledText("not saved: " + error, .danger) }
      if let savedAt = editor.savedAt {
        return StyledText("saved " + state.setup.clock.seconds(savedAt), .good)
      }
      return StyledText(editor.modified ? "not saved" : "nothing changed", .dim)
    }
    if state.isHeld { return StyledText("held", .warning) }
    if state.page.instance?.isLookingBack == true { return StyledText("looking back", .warning) }
    if let age = state.staleness {
      return StyledText(Age.coarse(age) + " old", state.failedReadings.isEmpty ? .warning : .danger)
    }
    return StyledText("\(glyphs.dot) live", .good)
  }

  private func job(glyphs: Glyphs) -> StyledText {
    guard let overview = state.overview else { return StyledText("job –", .dim) }
    if overview.settings.isPaused { return StyledText("job \(glyphs.pause)", .warning) }
    if overview.runner == nil { return StyledText("job –", .warning) }
    return StyledText("job \(glyphs.play)", .good)
  }
}
