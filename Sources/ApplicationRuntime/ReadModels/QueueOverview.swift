// The queue and the batch job in figures.

import Workflow
import WorkflowRuntime

/// The state of the queue, for the status line and the queue page.
public struct QueueOverview: Hashable, Sendable {
  public let counts: QueueCounts
  public let settings: BatchJobSettings
  /// Nil while no process runs it.
  public let runner: Runner?
  public let lastBatchAt: Timestamp?
  /// Of the last handled messages: how long they waited after their time.
  public let waitedMedian: Duration?
  public let waited99th: Duration?
  public let at: Timestamp
  /// Why limits and reminders are held; nil while they are not.
  public var timerHold: TimerHold? = nil
  /// How many of the last handled messages waited less than each of ``waitBounds``, but not less
  /// than the bound before; the last number is those that waited longer than all.
  public var waits: [Int] = []

  public static let waitBounds: [Duration] = [
    .milliseconds(1), .milliseconds(10), .milliseconds(100), .seconds(1), .seconds(10),
    .seconds(60),
  ]

  static func histogram(of waits: [Duration]) -> [Int] {
    var counts = [Int](repeating: 0, count: waitBounds.count + 1)
    for wait in waits { counts[waitBounds.firstIndex { wait < $0 } ?? waitBounds.count] += 1 }
    return counts
  }
}
