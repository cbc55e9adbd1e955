// What may take long: counting, and writing all rows of a list.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

extension EngineWorker {
  func readLong(
    _ reading: Reading, as actor: Actor, isStopped: () -> Bool
  ) throws -> ReadAnswer {
    guard case .statistics(let request) = reading else { return try read(reading, as: actor) }
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

  func write(_ export: ListExport) throws -> ExportOutcome {
    let file = ExportFile(path: UserPath(export.path).expanded)
    if !export.overwrites, file.exists { return .exists(path: file.path) }
    let (text, rows) = try export.written { try readWhole($0, as: export.actor) }
    return try file.write(text, rows: rows, overwrites: export.overwrites)
  }

  /// A reading whose limit no window of the engine reaches: window after window.
  private func readWhole(_ reading: Reading, as actor: Actor) throws -> ReadAnswer {
    switch reading {
    case .inbox(let limit):
      return .inbox(
        try gather(limit) {
          try engine.inbox(of: actor.person, as: actor, after: $0, limit: $1)
        })
    case .documents(let limit):
      return .documents(
        try gather(limit) {
          try engine.documents(of: actor.person, as: actor, after: $0, limit: $1)
        })
    case .instances(let status, let limit):
      return .instances(
        try gather(limit) {
          try engine.instances(status: status, as: actor, after: $0, limit: $1)
        })
    case .notifications(let isUnreadOnly, let limit):
      return .notifications(
        try gather(limit) {
          try engine.notifications(
            as: actor, isUnreadOnly: isUnreadOnly, after: $0, limit: $1)
        })
    case .deliveries(let ofEverybody, let limit):
      return .deliveries(
        try gather(limit) {
          try engine.deliveries(
            to: ofEverybody ? nil : actor.person, as: actor, after: $0, limit: $1)
        })
    case .queue(let pending, let done):
      return .queue(
        pending: try messages(limit: pending, as: actor),
        done: try engine.queue(.done, as: actor, limit: done))
    default: return try read(reading, as: actor)
    }
  }

  private func messages(limit: Int, as actor: Actor) throws -> [Message] {
    var found: [Message] = []
    var window: [Message] = []
    repeat {
      let after = window.last.map {
        MessageQuery.Position(dueAt: $0.dueAt, sequence: $0.sequence)
      }
      window = try engine.queue(
        .pending, as: actor, after: after, limit: min(5_000, limit - found.count))
      found += window
    } while window.count == 5_000 && found.count < limit
    return found
  }

  private func gather<Row>(
    _ limit: Int, _ window: (String?, Int) throws -> Window<Row>
  ) throws -> Window<Row> {
    var rows: [Row] = []
    var next: String?
    repeat {
      let found = try window(next, min(5_000, limit - rows.count))
      rows += found.rows
      next = found.next
    } while next != nil && rows.count < limit
    return Window(rows: rows, next: next)
  }
}
