// An organisation as a store keeps it.

import Workflow
import WorkflowRuntime

/// An organisation as it was loaded.
public struct StoredOrganization: Hashable, Sendable {
  public let revision: Int
  public let source: String
  /// The contents of the files that the source names, by the names that it gives them: the store
  /// does not depend on the files later.
  public let files: [String: String]
  public let loadedAt: Timestamp
  public let loadedBy: PersonID?

  public init(
    revision: Int, source: String, files: [String: String] = [:], loadedAt: Timestamp,
    loadedBy: PersonID?
  ) {
    self.revision = revision
    self.source = source
    self.files = files
    self.loadedAt = loadedAt
    self.loadedBy = loadedBy
  }
}
