// A text of a workflow: one that is saved, or one that somebody writes.

import Workflow

/// What is edited, compared or simulated.
package enum WorkflowText: Hashable, Sendable {
  case version(WorkflowID, Int)
  case draft(String)

  /// What people call it.
  package var name: String {
    switch self {
    case .version(let id, let version): "\(id) version \(version)"
    case .draft: "the text"
    }
  }
}
