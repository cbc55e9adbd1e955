// Draws the figures above the list, and the plots beside it.

import ApplicationRuntime
import Screen
import Workflow

struct StatisticsView {
  let page: StatisticsPage
  let state: InterfaceState

  /// The bars' upper ends.
  private static let labels = [
    "1 m", "5 m", "15m", "1 h", "4 h", "1 d", "3 d", "1 w", "2 w", "…",
  ]

  // MARK: Above the list

  func drawTop(in canvas: inout Canvas) {
    let width = max(0, canvas.columns - 2)
    canvas.write(choices(glyphs: canvas.glyphs), column: 1, row: 0, width: width)
    canvas.write(figures(width: width, glyphs: canvas.glyphs), column: 1, row: 1, width: width)
  }

  private func choices(glyphs: Glyphs) -> StyledText {
    var text = StyledText("Tab: ", .dim)
    for (index, grouping) in StatisticsPage.Grouping.allCases.enumerated() {
      if index > 0 { text.append(" · ", .dim) }
      text.append(
        grouping.rawValue, grouping == page.grouping ? .emphasis.underlined() : .dim)
    }
    text.append("  [ ", .key)
    text.append(page.request.period.title, .emphasis)
    text.append(" ]", .key)
    if let answer = page.answer, !page.isLive {
      text.append(" as of \(state.setup.clock.minutes(answer.at)), ^R", .dim)
    }
    text.append("  \(glyphs.left) ", .key)
    text.append(page.request.workflow?.rawValue ?? "all workflows", .emphasis)
    text.append(" \(glyphs.right)", .key)
    return text
  }

  private func figures(width: Int, glyphs: Glyphs) -> StyledText {
    guard let answer = page.answer else { return StyledText("reading…", .dim) }
    let statistics = answer.statistics
    let periods = filled(statistics.periods)
    let submitted = periods.reduce(0) { $0 + $1.submitted }
    let completed = periods.reduce(0) { $0 + $1.completed }
    let plot = max(0, min(30, (width - 74) / 2))
    var text = StyledText("open \(statistics.open)")
    if statistics.overdue > 0 { text.append(", ! \(statistics.overdue) late", .danger) }
    text.append("  in \(submitted) ")
    text.append(
      Sparkline.text(
        periods.map { Double($0.submitted) }, width: min(plot, periods.count), glyphs: glyphs),
      .accent)
    text.append("  done \(completed) ")
    text.append(
      Sparkline.text(
        periods.map { Double($0.completed) }, width: min(plot, periods.count), glyphs: glyphs),
      .good)
    text.append("  whole way ")
    text.append(summary(statistics.throughput))
    return text
  }

  private func summary(_ summary: DurationSummary) -> StyledText {
    guard let median = summary.median, let p90 = summary.p90, let longest = summary.longest else {
      return StyledText("–", .dim)
    }
    return StyledText(
      "p50 \(Age.text(median)) p90 \(Age.text(p90)) max \(Age.text(longest))")
  }

  /// Days, weeks or months without anything are there too; the latest ones.
  private func filled(_ periods: [PeriodStatistics]) -> [PeriodStatistics] {
    guard let first = periods.first, let last = periods.last else { return [] }
    let known = Dictionary(periods.map { ($0.start, $0) }) { first, _ in first }
    var result: [PeriodStatistics] = []
    var day = first.start
    while day <= last.start, result.count < 1_000 {
      result.append(known[day] ?? PeriodStatistics(start: day))
      switch page.answered?.period.bar ?? .day {
      case .day: day = day.adding(days: 1)
      case .week: day = day.adding(days: 7)
      case .month:
        let next = day.adding(days: 31)
        day = next.adding(days: 1 - next.day)
      }
    }
    return result
  }

  // MARK: Beside it

  func drawDetail(in canvas: inout Canvas) {
    guard let group = page.selected else { return }
    let isTall = canvas.rows >= 18
    let chartRows = isTall ? max(6, min(12, canvas.rows / 3)) : canvas.rows - 1
    let bars = zip(Self.labels, group.waiting.spread).map {
      BarChart.Bar(label: $0, value: $1)
    }
    canvas.within(Rect(column: 0, row: 0, columns: canvas.columns, rows: chartRows)) {
      BarChart(bars: bars).draw(in: &$0)
    }
    guard isTall else {
      canvas.write(
        slowestLine(group), column: 0, row: canvas.rows - 1, width: canvas.columns)
      return
    }
    var row = chartRows + 1
    row = drawThroughput(in: &canvas, row: row, rows: chartRows)
    drawSlowest(group, in: &canvas, row: row)
  }

  private func slowestLine(_ group: GroupStatistics) -> StyledText {
    guard let slowest = group.slowest.first else { return StyledText("nothing answered", .dim) }
    var text = StyledText("slowest ", .dim)
    text.append("\(slowest.document)", .normal)
    text.append(" \(Age.text(slowest.took)), \(state.context.name(of: slowest.person))")
    if group.working.count > 0 {
      text.append("   worked ", .dim)
      text.append(summary(group.working))
    }
    return text
  }

  private func drawThroughput(in canvas: inout Canvas, row: Int, rows: Int) -> Int {
    let periods = filled(page.answer?.statistics.periods ?? []).suffix(canvas.columns)
    guard !periods.isEmpty else { return row }
    let bar = page.answered?.period.bar.rawValue ?? "day"
    canvas.write(
      StyledText(
        "completed, by \(bar), all workflow" + (page.answered?.workflow == nil ? "s" : ""), .heading
      ),
      column: 0, row: row, width: canvas.columns)
    let chart = BarChart(
      bars: periods.map { BarChart.Bar(label: $0.start.short, value: $0.completed) }, style: .good)
    canvas.within(Rect(column: 0, row: row + 1, columns: canvas.columns, rows: rows)) {
      chart.draw(in: &$0)
    }
    return row + rows + 2
  }

  private func drawSlowest(_ group: GroupStatistics, in canvas: inout Canvas, row: Int) {
    guard row + 1 < canvas.rows else { return }
    canvas.write(
      StyledText("slowest, Enter opens", .heading), column: 0, row: row, width: canvas.columns)
    for (index, answer) in group.slowest.enumerated() where row + 1 + index < canvas.rows {
      var text = StyledText(Age.text(answer.took).fitted(to: 6, alignment: .right) + "  ")
      text.append(answer.document.rawValue.fitted(to: 12) + " ", .emphasis)
      text.append(state.context.name(of: answer.person), .dim)
      canvas.write(text, column: 0, row: row + 1 + index, width: canvas.columns)
    }
  }
}
