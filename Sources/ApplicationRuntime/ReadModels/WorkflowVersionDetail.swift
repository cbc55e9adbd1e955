// A saved version of a workflow with everything that its page shows.

import Workflow
import WorkflowRuntime

/// A version of a workflow: its text, its drawing, and what may be done with it.
public struct WorkflowVersionDetail: Sendable {
  public let row: WorkflowVersionRow
  /// The text of its file.
  public let source: String
  /// All versions of its workflow, the newest first.
  public let versions: [WorkflowVersionRow]
  /// Why it cannot be deleted; nil when it can.
  public let reasonAgainstDeleting: String?
  /// Why the workflow cannot be deleted with all its versions; nil when it can.
  public let reasonAgainstDeletingAll: String?
  /// Why the workflow cannot be taken out of use; nil when it can, or is not in use.
  public let reasonAgainstDeactivating: String?
  /// What is drawn of it; nil when its text cannot be read.
  package var figure: WorkflowFigure?
}
