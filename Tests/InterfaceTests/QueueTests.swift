// The queue page.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Queue")
struct QueueTests {
  func loaded(isAdministrator: Bool = true) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: isAdministrator)
    state.press("3")
    show(Sample.pending, Sample.handled, in: &state)
    return state
  }

  func show(_ pending: [Message], _ handled: [Message], in state: inout InterfaceState) {
    state.answer(.queue(pending: 200, done: 100), .queue(pending: pending, done: handled))
  }

  @Test("P pauses and continues, n steps, ! runs now")
  func job() {
    var state = loaded()
    #expect(state.press("P").jobs == [.pause])
    state.answer(.overview, .overview(Sample.overview(isPaused: true)))
    #expect(state.press("P").jobs == [.continue])
    #expect(state.press("n").jobs == [.step])
    #expect(state.press("!").jobs == [.runNow])
  }

  @Test("the batch job is for administrators")
  func refused() {
    var state = loaded(isAdministrator: false)
    #expect(state.press("P n ! t f").jobs.isEmpty)
    #expect(state.toasts.last?.text.contains("administrator") == true)
  }

  @Test("down leads from pending to handled messages and back")
  func panes() {
    var state = loaded()
    #expect(state.page.queue?.selected?.sequence == 1409)
    state.press("j j j")
    #expect(state.page.queue?.selected?.sequence == 1411)
    state.press("k")
    #expect(state.page.queue?.selected?.sequence == 1412)
    state.press("Tab")
    #expect(state.page.queue?.pane == .handled)
  }

  @Test("a selected message that is handled keeps the selection")
  func selectionFollows() {
    var state = loaded()
    state.press("j j")
    #expect(state.page.queue?.selected?.sequence == 1412)
    show(
      Array(Sample.pending.dropLast()),
      [Sample.message(1412, .elementStarted, .handled, attempts: 1)] + Sample.handled, in: &state)
    #expect(state.page.queue?.selected?.sequence == 1412)
    #expect(state.page.queue?.pane == .handled)
  }

  @Test("f resumes what is stopped and nothing else; X asks with Back as the default")
  func resume() {
    var state = loaded()
    #expect(state.press("f").requests.first?.action == .resume)
    state.press("j")
    #expect(state.press("f").requests.isEmpty)
    state.press("X")
    #expect(state.dialog?.isDangerous == true)
    #expect(state.press("Esc").requests.isEmpty)
  }

  @Test("settings are checked before they are set")
  func settings() {
    var state = loaded()
    state.press("b ^U")
    state.type("0")
    #expect(state.press("Enter Enter Enter").jobs.isEmpty)
    #expect(state.dialog?.complaint?.contains("1 to 86400") == true)
    state.press("^U")
    state.type("30")
    let jobs = state.press("Enter Enter Enter").jobs
    guard case .set(let settings)? = jobs.first else {
      Issue.record("not set: \(jobs)")
      return
    }
    #expect(settings.interval == .seconds(30))
    #expect(settings.batchSize == 512)
    #expect(settings.wakes)
  }

  @Test("t tries again what waits for its retry")
  func tryNow() {
    var state = loaded()
    #expect(state.press("t").jobs.isEmpty)
    show(
      [Sample.message(7, .elementStarted, .waiting, attempts: 2, retry: .seconds(30))], [],
      in: &state)
    // It came under the cursor by itself: what was pressed for the one before does not mean it.
    #expect(state.press("t").jobs.isEmpty)
    #expect(state.press("t").jobs == [.tryNow(sequence: 7)])
  }

  @Test("the selection goes to the message that a step handled")
  func stepFollows() {
    var state = loaded()
    for sequence in [Int64(1412), 1413] {
      let handled = Sample.message(sequence, .elementStarted, .handled, attempts: 1)
      _ = state.update(.jobAnswered(.step, .success(JobAnswer("Handled.", handled: handled))))
      show(Array(Sample.pending.dropLast()), [handled] + Sample.handled, in: &state)
      #expect(state.page.queue?.selected?.sequence == sequence)
    }
  }

  @Test("while nothing happens the plots go on, and handled/s falls to nothing")
  func idleRates() {
    var state = loaded()
    state.pass(1)
    var busy = Sample.overview(handled: 992)
    busy = QueueOverview(
      counts: busy.counts, settings: busy.settings, runner: busy.runner,
      lastBatchAt: busy.lastBatchAt, waitedMedian: nil, waited99th: nil, at: state.now)
    state.answer(.overview, .overview(busy))
    state.pass(1)
    #expect(state.rates.rate > 0)
    state.pass(1)
    #expect(state.rates.rate == 0)
    #expect(state.rates.depths.last == Double(busy.counts.depth))
  }

  @Test("changed cells are bold for a second, in both lists")
  func changedCells() {
    var state = loaded()
    state.press("Tab")
    var pending = Sample.pending
    pending[2].attempts = 3
    show(pending, Sample.handled, in: &state)
    #expect(state.page.queue?.pendingList.changed["1412"]?.isEmpty == false)
    state.pass(1)
    #expect(state.page.queue?.pendingList.changed.isEmpty == true)
  }

  @Test("the waiting times are a plot, from 110 columns or where there is height")
  func waits() {
    for (columns, rows, isThere) in [(80, 24, false), (120, 30, true), (80, 40, true)] {
      var state = InterfaceState.sample(size: Size(columns: columns, rows: rows))
      var overview = Sample.overview()
      overview.waits = [120, 40, 0, 3, 0, 0, 1]
      state.press("3")
      state.answer(.overview, .overview(overview))
      show(Sample.pending, Sample.handled, in: &state)
      let text = state.text()
      #expect(text.contains("waited, of the last 164") == isThere, "\(columns)x\(rows)")
      #expect(text.contains("< 10 ms") == isThere)
    }
  }

  @Test("Enter shows a message whole")
  func message() {
    var state = loaded()
    state.press("Enter")
    let text = state.text()
    #expect(text.contains("ledger: no such file"))
    #expect(text.contains("\"step\":\"manager\""))
  }
}
