// A work item in a list.

import Workflow
import WorkflowRuntime

/// A work item with what its document says in one line.
public struct InboxRow: Hashable, Sendable {
  public let item: WorkItem
  public let title: String
  public let originator: PersonID
  public let originatorName: String
  public let total: Money?
  public let documentStatus: DocumentStatus
  public let revision: Int
}
