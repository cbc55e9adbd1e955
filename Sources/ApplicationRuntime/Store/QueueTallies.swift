// The counted exchange as a whole.

import Workflow
import WorkflowRuntime

/// All ``QueueTally`` numbers of a store at one moment.
public struct QueueTallies: Hashable, Sendable {
  private var numbers: [QueueTally: Int]
  /// When the counting began; nil when that was with the store.
  public var since: Timestamp?

  public init(_ numbers: [QueueTally: Int] = [:], since: Timestamp? = nil) {
    self.numbers = numbers
    self.since = since
  }

  public subscript(tally: QueueTally) -> Int {
    get { numbers[tally] ?? 0 }
    set { numbers[tally] = newValue }
  }

  public var posted: Int { Poster.allCases.reduce(0) { $0 + self[.posted($1)] } }
  /// Requests that the workflow runtime handled.
  public var requests: Int { handled { !$0.isEvent } }
  /// Events that event handlers handled.
  public var events: Int { handled(\.isEvent) }
  public var handled: Int { requests + events }
  /// What is still in the queue.
  public var depth: Int { posted - handled - self[.discarded] - self[.withdrawn] }

  private func handled(_ isMeant: (MessageType) -> Bool) -> Int {
    MessageType.allCases.reduce(0) { isMeant($1) ? $0 + self[.handled($1)] : $0 }
  }
}
