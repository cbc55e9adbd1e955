// What may take long: counting, and writing all rows of a list.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

extension EngineWorker {
  func readLong(
    _ reading: Reading, as actor: Actor, isStopped: () -> Bool = { false },
    soFar: (ReadAnswer) -> Void = { _ in }
  ) throws -> ReadAnswer {
    guard case .statistics(let request) = reading else {
      return reading.looksAtAll
        ? try list(reading, as: actor, isStopped: isStopped, soFar: soFar)
        : try read(reading, as: actor)
    }
    let start = ContinuousClock.now
    let now = engine.now
    let since = request.period.days.map { now.advanced(by: .seconds(-86_400 * $0)) }
    let query = StatisticsQuery(
      since: since ?? .distantPast, workflow: request.workflow, period: request.period.bar)
    let statistics = try engine.statistics(query, as: actor, isStopped: isStopped)
    return .statistics(
      StatisticsAnswer(
        statistics: statistics, workflows: try workflows(), at: now,
        took: start.duration(to: .now)))
  }

  /// Those that were ever saved.
  private func workflows() throws -> [WorkflowID] {
    var known: Set<WorkflowID> = []
    return try engine.workflows().map(\.workflow).filter { known.insert($0).inserted }
  }

  func write(_ export: ListExport, _ run: LongRun) throws -> ExportOutcome {
    let file = ExportFile(path: UserPath(export.path).expanded)
    if !export.overwrites, file.exists { return .exists(path: file.path) }
    let (text, rows) = try export.written { reading in
      try list(reading, as: export.actor, isStopped: { run.isStopped }) { answer in
        if let extent = answer.extent { run.tell(extent.looked, of: extent.total) }
      }
    }
    // Nothing was written yet.
    try run.check("The export was stopped; nothing was written.")
    return try file.write(text, rows: rows, overwrites: export.overwrites)
  }
}
