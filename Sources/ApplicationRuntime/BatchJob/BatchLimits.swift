// How much one commit may do, and what it did.

import Workflow
import WorkflowRuntime

/// The bounds of one batch (SPEC 2): so many messages, or so long.
struct BatchLimits: Sendable {
  var messages: Int
  var time: Duration

  /// One message: single step, and the careful way after a process died.
  static let single = BatchLimits(messages: 1, time: .seconds(3600))
}

/// What one batch did.
struct BatchOutcome: Sendable {
  /// The messages that were handled, in order; failures among them.
  var handled: [Message] = []
  var outsideCalls: [InstanceWork.OutsideCall] = []
  /// Whether open items are still to be looked at, for the organisation has changed.
  var hasMoreItems = false

  /// Whether there is nothing to go on with at once.
  var isIdle: Bool { handled.isEmpty && !hasMoreItems }

  mutating func add(_ other: BatchOutcome) {
    handled += other.handled
    outsideCalls += other.outsideCalls
  }
}
