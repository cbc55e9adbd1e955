// How many messages stand where.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  /// Ready are those that could run now; waiting those whose time has not come and those that are
  /// held by another message of their instance. Handled and discarded are all that ever were.
  func queueCounts(at now: Timestamp) throws -> QueueCounts {
    let totals = try totals()
    var counts = QueueCounts(
      running: try count(.runningCount), stopped: try count(.stoppedCount),
      handled: Int(totals.handled), discarded: Int(totals.discarded))
    for type in try typesWithRunnableMessages() {
      let ready = try readyMessages(of: type, at: now)
      counts.ready += ready
      guard ready > 0, let oldest = try nextRunnableTime(of: type) else { continue }
      counts.oldestReady = min(oldest, counts.oldestReady ?? oldest)
    }
    counts.waiting = max(
      0, Int(totals.pending) - counts.ready - counts.running - counts.stopped)
    return counts
  }

  /// From one type to the next along the index, however many messages each has.
  private func typesWithRunnableMessages() throws -> [DocumentTypeID] {
    var types: [DocumentTypeID] = []
    while let next = try connection.first(
      .nextRunnableType, { $0.add(types.last?.rawValue ?? "") }, { $0.text(0) })
    {
      types.append(DocumentTypeID(next))
    }
    return types
  }

  private func readyMessages(of type: DocumentTypeID, at now: Timestamp) throws -> Int {
    try connection.first(
      .readyCount,
      {
        $0.add(type)
        $0.add(now)
      }, { $0.number(0) }) ?? 0
  }

  func stoppedMessages() throws -> [MessageType: Int] {
    var counts: [MessageType: Int] = [:]
    try connection.each(
      .stoppedTypes, { _ in },
      { row in
        if let type = MessageType(rawValue: row.text(0)) { counts[type, default: 0] += 1 }
        return true
      })
    return counts
  }

  private func count(_ query: Query) throws -> Int {
    try connection.first(query) { $0.number(0) } ?? 0
  }
}
