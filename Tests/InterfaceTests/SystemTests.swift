// The system page.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("System")
struct SystemTests {
  static let reading = Reading.system(ways: SystemPage.ways)

  func loaded(
    isAdministrator: Bool = true, size: Size = Size(columns: 80, rows: 24)
  ) -> InterfaceState {
    var state = InterfaceState.sample(size: size, isAdministrator: isAdministrator)
    state.press("4")
    state.answer(Self.reading, .system(Sample.system()))
    return state
  }

  func pass(_ milliseconds: Int, in state: inout InterfaceState) {
    _ = state.update(.clock(state.now, uptime: state.uptime + .milliseconds(milliseconds)))
  }

  @Test("everybody may look; P n ! b are the administrator's, as on the queue page")
  func job() {
    var state = loaded()
    #expect(state.press("P n !").jobs == [.pause, .step, .runNow])
    state.press("b")
    #expect(state.dialog != nil)
    var other = loaded(isAdministrator: false)
    #expect(other.press("P n ! b").jobs.isEmpty)
    #expect(other.dialog == nil)
    #expect(other.text().contains("HANDLERS"))
  }

  @Test(
    "the figure fits and every counter stands on its arrow",
    arguments: [(60, 15), (80, 20), (80, 24), (100, 30), (140, 45), (300, 100)])
  func figure(_ columns: Int, _ rows: Int) {
    let size = Size(columns: columns, rows: rows)
    let figure = SystemLayout(PageLayout(size: size, kind: .system)).figure
    let bounds = Rect(figure.size)
    for (box, rect) in figure.boxes {
      #expect(bounds.intersection(rect) == rect, "\(box)")
      for (other, second) in figure.boxes where other != box {
        #expect(rect.intersection(second).columns * rect.intersection(second).rows == 0)
      }
    }
    for (arrow, path) in figure.paths {
      #expect(path.cells.count > 1 && path.cells.allSatisfy(bounds.contains), "\(arrow)")
      #expect(bounds.intersection(path.counter) == path.counter, "\(arrow)")
    }
    let text = loaded(size: size).text()
    for number in ["131", "952", "402", "401", "550", "426", "519"] {
      #expect(text.contains(number), "\(number) at \(columns)x\(rows)")
    }
  }

  @Test("it wants short ticks only while something moves")
  func ticks() {
    var state = loaded()
    pass(10_000, in: &state)
    #expect(state.nextTick ?? .zero >= .seconds(1))
    state.answer(
      Self.reading,
      .system(
        Sample.system(
          ways: [Sample.way(1414, .acknowledgeElementStarted, posts: [(1415, .workItemsCreated)])]
            + Sample.ways)))
    #expect(state.nextTick == .milliseconds(40))
    #expect(state.page.system?.flow.dots.count == 1)
    pass(20_000, in: &state)
    #expect(state.page.system?.flow.dots.isEmpty == true)
    #expect(state.nextTick ?? .zero >= .seconds(1))
  }

  @Test("a dot travels one cell in 40 ms, along the arrows of its message")
  func travels() throws {
    var state = loaded()
    state.answer(
      Self.reading,
      .system(
        Sample.system(
          ways: [Sample.way(1414, .elementEnded, posts: [(1415, .acknowledgeElementEnded)])]
            + Sample.ways)))
    let dot = try #require(state.page.system?.flow.dots.first)
    #expect(dot.arrows == [.take, .event, .acknowledge])
    var seen: [SystemArrow] = []
    for step in 0..<200 {
      guard let page = state.page.system, let place = page.flow.place(of: dot, at: state.uptime)
      else { break }
      if place.arrow != seen.last { seen.append(place.arrow) }
      if step == 0 { #expect(place.cell == 0) }
      if step == 1 { #expect(place.cell == 1) }
      pass(40, in: &state)
    }
    #expect(seen == [.take, .event, .acknowledge])
  }

  @Test("at most 8 dots; beyond that arrows thicken and counters run")
  func many() {
    var state = loaded()
    let ways = (0..<30).map { Sample.way(Int64(1500 - $0), .elementStarted, posts: []) }
    state.answer(
      Self.reading, .system(Sample.system(tallies: Sample.tallies(more: 500), ways: ways)))
    #expect(state.page.system?.flow.dots.count == SystemFlow.mostDots)
    let flow = state.page.system?.flow
    #expect(flow?.runs[.take] != nil)
    let begin = flow?.count(.take, at: state.uptime) ?? 0
    #expect(begin < 952 + 1500)
    pass(600, in: &state)
    let half = state.page.system?.flow.count(.take, at: state.uptime) ?? 0
    #expect(half > begin)
    pass(900, in: &state)
    #expect(state.page.system?.flow.count(.take, at: state.uptime) == 952 + 1500)
    #expect(state.page.system?.flow.runs.isEmpty == true)
  }

  @Test("a step's way is told below, and the one before it under that")
  func step() {
    var state = loaded()
    let handled = Sample.message(1412, .elementStarted, .handled, attempts: 1)
    _ = state.update(.jobAnswered(.step, .success(JobAnswer("Handled.", handled: handled))))
    state.answer(Self.reading, .system(Sample.system(isPaused: true)))
    pass(10_000, in: &state)
    let text = state.text()
    #expect(text.contains("stepping"))
    #expect(text.contains("1412 elementStarted · I-000007 ER-000012 · one transaction, saved"))
    #expect(text.contains("1 leaves the queue   2 handler elementStarted, 0.3 ms"))
    #expect(text.contains("posts 1414 acknowledgeElementStarted"))
    #expect(text.contains("committed, 1 flush"))
    #expect(text.contains("1411 acknowledgeWorkflowStarted ▸ runtime ▸ posts 1412 elementStarted"))
    state.answer(Self.reading, .system(Sample.system()))
    #expect(!state.text().contains("stepping"))
  }

  @Test("ASCII says in words where a message went")
  func words() {
    let state = loaded()
    #expect(
      state.text(.ascii).contains("1412 queue to handler elementStarted to acknowledgment 1414"))
  }

  @Test("Tab goes from box to box, and Enter shows its rows")
  func boxes() {
    var state = loaded()
    var seen: [SystemBox] = []
    for _ in SystemBox.allCases {
      seen.append(state.page.system?.box ?? .api)
      state.press("Tab")
    }
    #expect(Set(seen) == Set(SystemBox.allCases))
    #expect(state.page.system?.box == .queue)
    state.press("Enter")
    #expect(state.page.queue?.pendingList.filter.isEmpty == true)
    state.press("Esc h Enter")
    #expect(state.page.queue?.handledList.filter.source == "poster:people")
    state.press("Esc Esc j Enter")
    #expect(state.page.queue?.pendingList.filter.source == "type:automatedExecution")
    state.press("Esc Esc j Enter")
    #expect(state.page.queue?.pendingList.filter.source == "type:elementStarted")
    state.press("Esc Esc l Enter")
    #expect(state.dialog?.title == "Batch job settings")
    state.press("Esc l Enter")
    #expect(state.page.instance?.id == InstanceID(7))
    state.press("Esc k Enter")
    #expect(state.page.kind == .instances)
  }

  @Test("who is no administrator is told why Enter shows no instances")
  func refusedBoxes() {
    var state = loaded(isAdministrator: false)
    state.press("l Enter")
    #expect(state.page.kind == .system)
    #expect(state.toasts.last?.text.contains("administrator") == true)
  }

  @Test("v shows the flow of the last message's instance")
  func flip() {
    var state = loaded()
    state.press("v")
    #expect(state.page.instance?.id == InstanceID(7))
  }

  @Test("numbers that are too long for their place are shortened")
  func compactNumbers() {
    #expect(compact(950, width: 3) == "950")
    #expect(compact(1499, width: 3) == "1k")
    #expect(compact(1499, width: 4) == "1499")
    #expect(compact(12_345, width: 4) == "12k")
    #expect(compact(3_456_789, width: 4) == "3.4M")
    #expect(compact(123_456_789, width: 4) == "123M")
  }
}
