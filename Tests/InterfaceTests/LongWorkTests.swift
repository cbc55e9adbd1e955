// Long work: shown with its progress, stopped on every kind, and asked about before quitting.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Long work")
struct LongWorkTests {
  private func stops(_ effects: [Effect]) -> [LongTask] {
    effects.compactMap { if case .stopTask(let task) = $0 { task } else { nil } }
  }

  /// An import that runs.
  private func importing() -> InterfaceState {
    var state = InterfaceState.sample()
    state.press("2 i")
    state.type("trips.csv")
    state.press("Enter")
    return state
  }

  @Test("an import is shown with its progress, and Ctrl-C stops it")
  func progress() {
    var state = importing()
    #expect(Array(state.tasks.keys) == [.importing("trips.csv")])
    state.pass(2)
    _ = state.update(.progress(.importing("trips.csv"), done: 120, total: 2_000))
    #expect(state.text().contains("Import of trips.csv, 120 of 2000"))
    #expect(state.text().contains("^C: stop"))
    let effects = state.press("^C")
    #expect(stops(effects) == [.importing("trips.csv")])
    #expect(!effects.quits)
    #expect(state.text().contains("stopping"))
    _ = state.update(
      .imported(.failure(EngineError(.interrupted, "The import was stopped; no draft was made."))))
    #expect(state.tasks.isEmpty)
    #expect(state.text().contains("The import was stopped"))
    #expect(!state.toasts.contains { $0.kind == .error })
  }

  @Test("quitting asks while work is under way, and stops it when that is confirmed")
  func quitting() {
    var state = importing()
    #expect(!state.press("Q").quits)
    #expect(state.text().contains("Work is under way"))
    #expect(state.text().contains("Import of trips.csv."))
    state.press("Esc")
    #expect(state.dialog == nil)
    state.press("Q")
    let effects = state.press("y")
    #expect(effects.quits)
    #expect(stops(effects) == [.importing("trips.csv")])
  }

  @Test("a bulk under way is asked about as well")
  func bulk() {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press("j Space Space a y")
    #expect(state.works.count == 1)
    #expect(!state.press("Q").quits)
    let effects = state.press("y")
    #expect(effects.quits)
    #expect(effects.contains { if case .stop = $0 { true } else { false } })
  }

  @Test("a signal stops work at once, without a question", arguments: [true, false])
  func signal(isHangup: Bool) {
    var state = importing()
    let effects = state.update(.input(isHangup ? .hangup : .terminate))
    #expect(effects.quits)
    #expect(stops(effects) == [.importing("trips.csv")])
  }

  @Test("an idle page reads nothing, also while no process runs the batch job")
  func idle() {
    var state = InterfaceState.sample()
    state.fillInbox()
    let nobody = QueueOverview(
      counts: QueueCounts(), settings: BatchJobSettings(), runner: nil, lastBatchAt: nil,
      waitedMedian: nil, waited99th: nil, at: Sample.now)
    state.answer(.overview, .overview(nobody))
    state.pass(10)
    let now = state.now.advanced(by: .seconds(5))
    #expect(state.update(.clock(now, uptime: state.uptime + .seconds(5))).readings.isEmpty)
    #expect((state.nextTick ?? .seconds(60)) >= .seconds(30))
  }
}
