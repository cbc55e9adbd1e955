// Requests that are being carried out, one after the other.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// A bulk, or a single request, on its way.
package struct Work: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case page
    /// The document editor's submit: a refusal puts the cursor on the first error.
    case editor
    /// `u`: what it does is not taken back once more.
    case undo
  }

  package let number: Int
  package let action: Action
  package let requests: [ActionRequest]
  /// For each request, what to call its object: `ER-000011, 45.00 EUR, Sam Holt`.
  package let names: [String]
  package let origin: Origin
  package let startedAt: Duration
  package var done = 0
  package var failures: [String] = []
  package var results: [ActionResult] = []
  /// The work items that it was done to.
  package var doneItems: [WorkItemID] = []
  package var isStopping = false

  package var isFinished: Bool { done >= requests.count }
}
