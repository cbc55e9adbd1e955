// Where the cursor goes.

import Workflow

extension DocumentEditor {
  /// The editable columns of a line.
  var columns: [Int] { lineFields.indices.filter { reader.isEditable(lineFields[$0]) } }

  /// The first cell of the empty line after the last one; nil for a type without lines.
  var newLine: EditorFocus? {
    columns.first.map { .cell(line: sheet.lines.count, column: $0) }
  }

  /// The header fields that the cursor stops at.
  var stops: [EditorFocus] {
    headerFields.indices.filter { reader.isEditable(headerFields[$0]) }.map { .field($0) }
  }

  /// The button for submitting; another one when it is not there.
  var submission: EditorFocus? {
    let index = context.actions.firstIndex(where: \.isSubmission)
    return (index ?? context.actions.indices.first).map { .action($0) }
  }

  /// Moves the cursor. A line that is left with nothing in it goes away.
  mutating func move(to target: EditorFocus?) {
    guard var target else { return }
    if let line = focus.line, line != target.line, sheet.lines.indices.contains(line),
      sheet.lines[line].isEmpty
    {
      sheet.lines.remove(at: line)
      if case .cell(let next, let column) = target, next > line {
        target = .cell(line: next - 1, column: column)
      }
    }
    focus = clamped(target)
    if let line = focus.line { lastLine = line }
  }

  /// The nearest thing that is there.
  func clamped(_ target: EditorFocus) -> EditorFocus {
    switch target {
    case .cell(let line, let column):
      guard let first = columns.first else { return stops.first ?? .action(0) }
      let line = min(max(0, line), sheet.lines.count)
      return .cell(line: line, column: columns.contains(column) ? column : first)
    case .field(let index):
      return headerFields.indices.contains(index) ? target : stops.first ?? .action(0)
    case .action(let index):
      return .action(min(max(0, index), max(0, context.actions.count - 1)))
    }
  }

  /// All that Tab visits around the cursor's line, in order: buttons, header, lines.
  func neighbor(by step: Int) -> EditorFocus? {
    var ring: [EditorFocus] = context.actions.indices.map { .action($0) } + stops
    let lines: [Int]
    if let line = focus.line {
      // Behind a line with nothing in it comes none.
      let last = isOnEmptyLine && line + 1 >= sheet.lines.count ? line : sheet.lines.count
      lines = [line - 1, line, line + 1].filter { $0 >= 0 && $0 <= last }
    } else {
      lines = step > 0 ? [0] : [sheet.lines.count]
    }
    for line in lines { ring += columns.map { .cell(line: line, column: $0) } }
    guard let index = ring.firstIndex(of: focus) else { return ring.first }
    // From the first line back, and from the last one on, the ring closes as it stands.
    return ring[(index + step + ring.count) % ring.count]
  }

  /// Up or down: lines keep the column, the header its fields.
  mutating func moveVertically(by step: Int) {
    switch focus {
    case .cell(let line, let column):
      if line + step < 0, let last = stops.last, step < 0, line == 0 {
        move(to: last)
      } else {
        move(to: .cell(line: min(max(0, line + step), sheet.lines.count), column: column))
      }
    case .field(let index):
      let rows = max(1, headerRows)
      let column = stops.filter { stop in
        if case .field(let other) = stop { other / rows == index / rows } else { false }
      }
      let next = column.firstIndex(of: focus).map { $0 + (step > 0 ? 1 : -1) } ?? -1
      if column.indices.contains(next) {
        move(to: column[next])
      } else if step > 0 {
        move(to: columns.first.map { .cell(line: 0, column: $0) } ?? stops.last)
      } else if !context.actions.isEmpty {
        move(to: .action(0))
      }
    case .action:
      move(to: step > 0 ? stops.first ?? newLine : nil)
    }
  }

  /// The first or the last cell of the line, or field of the header.
  mutating func moveToEdge(isLast: Bool) {
    if let line = focus.line {
      let column = isLast ? columns.last : columns.first
      move(to: column.map { .cell(line: line, column: $0) })
    } else if case .field = focus {
      move(to: isLast ? stops.last : stops.first)
    }
  }

  /// Enter: out of the line when it has what it needs, else to what is missing. From the empty line
  /// to the button for submitting.
  mutating func moveOn() {
    switch focus {
    case .field(let index):
      move(to: need(inHeaderAfter: index) ?? firstNeedOfLines ?? newLine ?? submission)
    case .cell(let line, let column):
      guard sheet.lines.indices.contains(line), !sheet.lines[line].isEmpty else {
        move(to: submission)
        return
      }
      if let missing = need(inLine: line, from: column + 1) {
        move(to: .cell(line: line, column: missing))
      } else if let missing = need(inLine: line + 1, from: 0) {
        move(to: .cell(line: line + 1, column: missing))
      } else if line + 1 < sheet.lines.count {
        move(to: .cell(line: line + 1, column: column))
      } else {
        move(to: newLine)
      }
    case .action: break
    }
  }
}
