// A sample of the system in figures.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Sample {
  /// 958 were posted and 952 handled: 402 events and 550 requests.
  static func tallies(more: Int = 0) -> QueueTallies {
    QueueTallies([
      .posted(.people): 131 + more, .posted(.handlers): 401 + more, .posted(.runtime): 426 + more,
      .handled(.activation): 131 + more, .handled(.acknowledgeWorkflowStarted): 419 + more,
      .handled(.workflowStarted): 48 + more, .handled(.elementStarted): 323,
      .handled(.automatedExecution): 31, .restored: 519, .saved: 550,
    ])
  }

  static func way(
    _ sequence: Int64, _ type: MessageType, posts: [(Int64, MessageType)],
    document: String = "ER-000012"
  ) -> MessageWay {
    var message = message(sequence, type, .handled, document: document, attempts: 1)
    message.handledAt = now.advanced(by: .milliseconds(Int(sequence) - 1412))
    message.startedAt = message.handledAt?.advanced(by: .microseconds(-300))
    return MessageWay(message: message, posts: posts.map { .init(sequence: $0.0, type: $0.1) })
  }

  static let ways = [
    way(1412, .elementStarted, posts: [(1414, .acknowledgeElementStarted)]),
    way(1411, .acknowledgeWorkflowStarted, posts: [(1412, .elementStarted)]),
    way(1408, .workflowStarted, posts: [(1411, .acknowledgeWorkflowStarted)]),
    way(1407, .activation, posts: [(1408, .workflowStarted)]),
  ]

  static func system(
    isPaused: Bool = false, tallies: QueueTallies = tallies(), ways: [MessageWay] = ways
  ) -> SystemOverview {
    SystemOverview(
      tallies: tallies,
      counts: QueueCounts(ready: 3, waiting: 2, stopped: 1, handled: tallies.handled),
      settings: BatchJobSettings(isPaused: isPaused, pausedBy: isPaused ? "carol" : nil),
      instances: [.pending: 12, .stopped: 1, .completed: 340],
      stopped: [.automatedExecution: 1], ways: ways, at: now)
  }
}
