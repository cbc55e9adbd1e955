// Several documents that are being copied.

import Workflow
import WorkflowRuntime

/// Copies on their way: how many are still to come, and what became of the others.
struct Copies: Hashable, Sendable {
  var left: Int
  var made: [DocumentID] = []
  var failures: [String] = []
}
