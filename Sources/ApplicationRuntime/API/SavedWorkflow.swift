// What saving a workflow gave.

import Workflow

/// The version that holds a text that was saved.
public struct SavedWorkflow: Hashable, Sendable {
  public let version: StoredWorkflowVersion
  /// False where the newest version had this text already: it stays the one that there is.
  public let isNew: Bool
  /// What the check warned of, where it was activated as well.
  public let warnings: [Finding]
}
