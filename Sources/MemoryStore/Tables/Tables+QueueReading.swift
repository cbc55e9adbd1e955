// The queue, as it is read.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Tables {
  func messages(_ query: MessageQuery) -> [Message] {
    let after = query.after
    let rows: [Message]
    switch query.part {
    case .pending:
      rows = pending.values.map(\.message).inOrder.filter { message in
        after.map { (message.dueAt, message.sequence) > ($0.dueAt, $0.sequence) } ?? true
      }
    case .done:
      let all = done.values.sorted {
        ($0.handledAt ?? .distantPast, $0.sequence) > ($1.handledAt ?? .distantPast, $1.sequence)
      }
      rows =
        after.map { after in
          Array(all.drop { $0.sequence != after.sequence }.dropFirst())
        } ?? all
    case .all: rows = bySequence(after) { _ in true }
    case .instance(let id): rows = bySequence(after) { $0.instance == id }
    }
    return rows.window(query.limit)
  }

  private func bySequence(
    _ after: MessageQuery.Position?, _ isWanted: (Message) -> Bool
  ) -> [Message] {
    (pending.values.map(\.message) + done.values)
      .filter { $0.sequence > after?.sequence ?? .min && isWanted($0) }
      .sorted { $0.sequence < $1.sequence }
  }

  /// The messages that could run at some time without waiting for another one.
  private func runnable(of type: DocumentTypeID?) -> [Message] {
    pending.values.lazy.filter { row in
      !row.isHeld && (row.message.state == .ready || row.message.state == .waiting)
        && (type == nil || row.message.documentType == type)
    }.map(\.message)
  }

  func runnableInstances(
    of type: DocumentTypeID, at now: Timestamp, limit: Int, skipsTimers: Bool
  ) -> [RunnableInstance] {
    var seen: Set<InstanceID> = []
    return runnable(of: type)
      .filter { $0.runnableAt <= now && !(skipsTimers && $0.type == .timerDue) }
      .sorted { ($0.runnableAt, $0.sequence) < ($1.runnableAt, $1.sequence) }
      .filter { seen.insert($0.instance).inserted }
      .window(limit)
      .map {
        RunnableInstance(
          instance: $0.instance, runnableAt: $0.runnableAt, sequence: $0.sequence)
      }
  }

  func pendingMessages(
    of instance: InstanceID, dueBy now: Timestamp, limit: Int
  ) -> [Message] {
    pending.values.map(\.message).filter { $0.instance == instance && $0.dueAt <= now }
      .inOrder.window(limit)
  }

  func pendingMessages(of instance: InstanceID, types: Set<MessageType>) -> [Message] {
    pending.values.map(\.message)
      .filter { $0.instance == instance && types.contains($0.type) }.inOrder
  }

  func nextRunnableTime(of type: DocumentTypeID, skipsTimers: Bool) -> Timestamp? {
    runnable(of: type).filter { !(skipsTimers && $0.type == .timerDue) }.map(\.runnableAt).min()
  }

  func runningMessages(of type: DocumentTypeID, limit: Int) -> [Message] {
    pending.values.map(\.message).filter { $0.documentType == type && $0.state == .running }
      .sorted { $0.sequence < $1.sequence }.window(limit)
  }

  func stoppedMessages() -> [MessageType: Int] {
    pending.values.map(\.message).filter { $0.state == .stopped }
      .reduce(into: [:]) { $0[$1.type, default: 0] += 1 }
  }

  func queueCounts(at now: Timestamp) -> QueueCounts {
    let ready = runnable(of: nil).filter { $0.runnableAt <= now }
    let running = pending.values.count { $0.message.state == .running }
    let stopped = pending.values.count { $0.message.state == .stopped }
    return QueueCounts(
      ready: ready.count, waiting: pending.count - ready.count - running - stopped,
      running: running, stopped: stopped, handled: handledCount, discarded: discardedCount,
      oldestReady: ready.map(\.runnableAt).min())
  }
}

extension [Message] {
  /// By (due time, sequence).
  fileprivate var inOrder: [Message] {
    sorted { ($0.dueAt, $0.sequence) < ($1.dueAt, $1.sequence) }
  }
}
