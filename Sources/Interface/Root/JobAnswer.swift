// What became of something that was asked of the batch job.

import WorkflowRuntime

/// The answer to a ``JobCommand``.
package struct JobAnswer: Hashable, Sendable {
  package let message: String
  /// What a single step handled.
  package let handled: Message?

  package init(_ message: String, handled: Message? = nil) {
    self.message = message
    self.handled = handled
  }
}
