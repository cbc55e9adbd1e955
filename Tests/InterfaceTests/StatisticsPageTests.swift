// The page of statistics.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Statistics page")
struct StatisticsPageTests {
  static let month = Reading.statistics(StatisticsRequest())

  func loaded(took: Duration = .milliseconds(1)) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("9")
    state.answer(Self.month, .statistics(Sample.counted(took: took)))
    return state
  }

  func stopped(_ effects: [Effect]) -> [Reading] {
    effects.compactMap { if case .stopReading(let reading) = $0 { reading } else { nil } }
  }

  @Test("only administrators get there, and others are told so")
  func administrators() {
    var state = InterfaceState.sample()
    state.press("9")
    #expect(state.page.kind == .inbox)
    #expect(state.toasts.last?.text.contains("administrator") == true)
  }

  @Test("while it is counted the page says so and can be left; leaving stops the counting")
  func leaving() {
    var state = InterfaceState.sample(isAdministrator: true)
    #expect(state.press("9").readings.contains(Self.month))
    #expect(state.text().contains("reading…"))
    #expect(stopped(state.press("1")) == [Self.month])
    #expect(state.press("9").readings.contains(Self.month))
  }

  @Test("[ and ] choose the time, left and right the workflow")
  func choices() {
    var state = loaded()
    var quarter = StatisticsRequest()
    quarter.period = .quarter
    #expect(state.press("]").readings.contains(.statistics(quarter)))
    #expect(state.text().contains("reading…"))
    let shorter = state.press("[")
    #expect(stopped(shorter) == [.statistics(quarter)])
    state.answer(Self.month, .statistics(Sample.counted()))
    var one = StatisticsRequest()
    one.workflow = "expense-approval"
    #expect(state.press("l").readings.contains(.statistics(one)))
    state.press("h")
    #expect(state.page.statistics?.request.workflow == nil)
    state.press("[ [ [ [")
    #expect(state.page.statistics?.request.period == .week)
  }

  @Test("what is counted at once is counted again with news, what takes long only by ^R")
  func news() {
    var quick = loaded()
    #expect(quick.update(.storeChanged).readings.contains(Self.month))
    var slow = loaded(took: .seconds(4))
    #expect(!slow.update(.storeChanged).readings.contains(Self.month))
    #expect(slow.text().contains("as of 14:02"))
    #expect(slow.press("^R").readings.contains(Self.month))
  }

  @Test("Enter shows the slowest documents of a row, and opens one")
  func slowest() {
    var state = loaded()
    state.press("j Enter")
    guard case .chooser(let chooser) = state.overlay else {
      Issue.record("nothing to choose")
      return
    }
    #expect(chooser.choices?.map(\.id) == ["ER-000009", "ER-000004"])
    state.press("Down Enter")
    #expect(state.page.document?.id == "ER-000004")
  }

  @Test("Tab goes from elements to steps and people")
  func groupings() {
    var state = loaded()
    state.press("Tab")
    #expect(state.page.list?.visible.first?.cells[0].text == "management · manager")
    state.press("Tab")
    #expect(state.page.list?.visible.first?.cells[0].text == "Frank Berg")
  }
}

@Suite("Bars")
struct BarChartTests {
  @Test("what is not zero never looks like zero, and the greatest fills the height")
  func heights() {
    let bars = [0, 1, 1_000].map { BarChart.Bar(label: "b\($0)", value: $0) }
    var frame = Frame(size: Size(columns: 24, rows: 5))
    frame.draw { BarChart(bars: bars).draw(in: &$0) }
    #expect(frame.line(3).contains("▁"))
    #expect(frame.line(1).contains("█"))
    #expect(frame.line(4).contains("b1000"))
    var small = Frame(size: Size(columns: 2, rows: 2))
    small.draw { BarChart(bars: bars).draw(in: &$0) }
    #expect(small.text.allSatisfy { $0.isWhitespace })
  }
}
