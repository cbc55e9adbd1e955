// Draws the figure: frames, boxes, arrows with their counters, and the dots on them.

import Screen
import WorkflowRuntime

struct SystemFigureView {
  let figure: SystemFigure
  let page: SystemPage
  let state: InterfaceState

  private var uptime: Duration { page.flow.now }

  func draw(in canvas: inout Canvas) {
    for frame in figure.frames {
      canvas.box(frame.rect, title: StyledText(frame.title, .dim))
    }
    if let people = figure.people {
      canvas.write("people: screens, commands", column: people.column, row: people.row)
    }
    for box in SystemBox.allCases {
      guard let rect = figure.boxes[box] else { continue }
      canvas.box(rect, style: page.box == box ? .accent : .border, double: page.box == box)
      canvas.within(
        Rect(
          column: rect.column + 2, row: rect.row + 1, columns: rect.columns - 3,
          rows: rect.rows - 2)
      ) { SystemBoxView(box: box, page: page, state: state).draw(in: &$0) }
    }
    for arrow in SystemArrow.allCases {
      guard let path = figure.paths[arrow] else { continue }
      draw(path, of: arrow, in: &canvas)
    }
    for arrow in SystemArrow.allCases { drawCounter(of: arrow, in: &canvas) }
    drawGone(in: &canvas)
    for dot in page.flow.dots { draw(dot, in: &canvas) }
  }

  // MARK: Arrows

  private func draw(_ path: SystemFigure.Path, of arrow: SystemArrow, in canvas: inout Canvas) {
    let isThick = page.flow.runs[arrow].map { $0.until > uptime } ?? false
    let signs = isThick ? canvas.glyphs.double : canvas.glyphs.single
    let style: Style = isThick ? .accent.bold() : .normal
    let cells = path.cells
    guard let first = cells.first, let last = cells.last, cells.count > 1 else { return }
    let begin = Step(from: first, to: cells[1])
    if arrow != .ask {
      let border = Point(column: first.column - begin.columns, row: first.row - begin.rows)
      canvas.write(begin.tee(canvas.glyphs.single), column: border.column, row: border.row)
    }
    for (index, cell) in cells.enumerated().dropLast() {
      let into = index == 0 ? begin : Step(from: cells[index - 1], to: cell)
      let out = Step(from: cell, to: cells[index + 1])
      let crosses = out.rows == 0 && figure.frames.contains { $0.rect.hasEdge(at: cell.column) }
      let sign = crosses ? signs.cross : into == out ? out.line(signs) : into.corner(to: out, signs)
      canvas.write(sign, column: cell.column, row: cell.row, style: style)
    }
    let end = Step(from: cells[cells.count - 2], to: last)
    canvas.write(end.head(canvas.glyphs), column: last.column, row: last.row, style: style)
  }

  private func drawCounter(of arrow: SystemArrow, in canvas: inout Canvas) {
    guard let path = figure.paths[arrow] else { return }
    let count = page.flow.count(arrow, at: uptime)
    let isRunning = page.flow.runs[arrow].map { $0.until > uptime } ?? false
    let rect = path.counter
    canvas.write(
      StyledText(compact(count, width: rect.columns), isRunning ? .accent.bold() : .emphasis),
      column: rect.column, row: rect.row, width: rect.columns, alignment: path.alignment)
    if let word = path.word {
      canvas.write(arrow.word, column: word.column, row: word.row, style: .dim)
    }
  }

  /// What left the queue without being handled, so that the counters add up before one's eyes.
  private func drawGone(in canvas: inout Canvas) {
    guard figure.gone.columns > 0, let tallies = page.overview?.tallies else { return }
    let count = tallies[.discarded] + tallies[.withdrawn]
    guard count > 0 else { return }
    canvas.write(
      StyledText("\(count) dropped", .dim), column: figure.gone.column, row: figure.gone.row,
      width: figure.gone.columns, alignment: .right)
  }

  // MARK: Dots

  private func draw(_ dot: SystemFlow.Dot, in canvas: inout Canvas) {
    guard let place = page.flow.place(of: dot, at: uptime), let path = figure.paths[place.arrow]
    else { return }
    let cells = path.cells
    guard cells.indices.contains(place.cell) else { return }
    let cell = cells[place.cell]
    canvas.write(canvas.glyphs.dot, column: cell.column, row: cell.row, style: .accent.bold())
    if place.arrow == .take, let sequence = dot.sequence, place.cell + 1 < cells.count {
      canvas.write(
        " \(sequence)", column: cell.column + 1, row: cell.row, style: .accent)
    }
  }
}

/// A number in so many cells: `950`, `12k`, `3.4M`.
func compact(_ number: Int, width: Int) -> String {
  let digits = String(number)
  guard digits.count > width else { return digits }
  for (unit, sign) in [(1_000, "k"), (1_000_000, "M"), (1_000_000_000, "G")] {
    let whole = String(number / unit)
    guard whole.count + 1 <= width, whole.count <= 3 || sign == "G" else { continue }
    let tenth = "\(whole).\(number % unit / (unit / 10))\(sign)"
    return whole.count == 1 && tenth.count <= width ? tenth : whole + sign
  }
  return digits
}

/// From one cell to the next.
private struct Step: Equatable {
  let columns: Int
  let rows: Int

  init(from: Point, to: Point) {
    columns = to.column - from.column
    rows = to.row - from.row
  }

  func line(_ signs: Glyphs.Box) -> String { rows == 0 ? signs.horizontal : signs.vertical }

  /// Where the arrow leaves its box.
  func tee(_ signs: Glyphs.Box) -> String {
    if rows == 0 { return columns > 0 ? signs.teeLeft : signs.teeRight }
    return rows > 0 ? signs.teeDown : signs.teeUp
  }

  func head(_ glyphs: Glyphs) -> String {
    if rows == 0 { return columns > 0 ? glyphs.right : glyphs.left }
    return rows > 0 ? glyphs.down : glyphs.up
  }

  func corner(to out: Step, _ signs: Glyphs.Box) -> String {
    // The sides that meet there: where it comes from, where it goes.
    let isRight = columns < 0 || out.columns > 0
    let isBelow = rows < 0 || out.rows > 0
    if isRight { return isBelow ? signs.topLeft : signs.bottomLeft }
    return isBelow ? signs.topRight : signs.bottomRight
  }
}

extension Rect {
  fileprivate func hasEdge(at column: Int) -> Bool {
    column == self.column || column == endColumn - 1
  }
}
