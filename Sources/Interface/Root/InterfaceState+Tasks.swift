// Long work beside the pages: what runs, how far it is, and how it is stopped.

import ApplicationRuntime
import Screen

extension InterfaceState {
  /// A task that is done in less is not shown: nobody could read it.
  private static let shownAfter = Duration.milliseconds(400)

  mutating func noteTasks(_ effects: [Effect]) {
    for task in effects.compactMap(\.longTask) { tasks[task] = TaskProgress(startedAt: uptime) }
  }

  mutating func take(progress done: Int, of total: Int?, in task: LongTask) {
    tasks[task]?.done = done
    tasks[task]?.total = total
  }

  /// The task that is shown: the one that runs longest.
  var shownTask: (task: LongTask, progress: TaskProgress)? {
    tasks.filter { uptime - $0.value.startedAt >= Self.shownAfter }
      .min { $0.value.startedAt < $1.value.startedAt }.map { ($0.key, $0.value) }
  }

  private var bulks: [Work] {
    works.values.filter { !$0.isFinished && $0.requests.count > 1 }.sorted { $0.number < $1.number }
  }

  /// Stops all long work at its next safe point; what is done stays done.
  mutating func stopAll() -> [Effect] {
    let running = bulks.filter { !$0.isStopping }
    for work in running { works[work.number]?.isStopping = true }
    let stopped = tasks.filter { !$0.value.isStopping }.keys
    for task in stopped { tasks[task]?.isStopping = true }
    return running.map { .stop(work: $0.number) } + stopped.map { .stopTask($0) }
  }

  /// Ctrl-C: stops what runs long, else the program.
  mutating func interrupt() -> [Effect] {
    let stops = stopAll()
    return stops.isEmpty ? quitByKey() : stops
  }

  /// A key that quits; a text that is not saved asks first, and so does work under way.
  mutating func quitByKey() -> [Effect] {
    guard !bulks.isEmpty || !tasks.isEmpty else {
      return farewell(to: pages, then: { $0.quit() }) ?? quit()
    }
    let lines =
      bulks.map { "\($0.action.present.capitalizedFirst): \($0.done) of \($0.requests.count)." }
      + tasks.keys.map { $0.title + "." }.sorted()
    open(
      dialog: Dialog(
        title: "Work is under way",
        lines: lines + ["It is stopped: what is done stays done, and nothing is half done."],
        confirm: "Stop and quit", isDangerous: true
      ) { state, _ in
        state.farewell(to: state.pages, then: { $0.quit() }) ?? state.quit()
      })
    return []
  }
}
