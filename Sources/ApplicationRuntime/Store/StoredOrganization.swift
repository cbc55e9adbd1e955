// An organisation as a store keeps it.

import Workflow
import WorkflowRuntime

/// An organisation as it was loaded.
public struct StoredOrganization: Hashable, Sendable {
  public let revision: Int
  public let source: String
  public let loadedAt: Timestamp
  public let loadedBy: PersonID?

  public init(revision: Int, source: String, loadedAt: Timestamp, loadedBy: PersonID?) {
    self.revision = revision
    self.source = source
    self.loadedAt = loadedAt
    self.loadedBy = loadedBy
  }
}
