// A version of a workflow as a store keeps it.

import Crypto
import Workflow
import WorkflowRuntime

/// An immutable saved state of a workflow.
public struct StoredWorkflowVersion: Hashable, Sendable {
  public let workflow: WorkflowID
  public let version: Int
  public let documentType: DocumentTypeID
  public let title: String
  public let source: String
  public let comment: String?
  public let savedAt: Timestamp
  public let savedBy: PersonID?
  public var isActive: Bool

  public init(
    workflow: WorkflowID, version: Int, documentType: DocumentTypeID, title: String,
    source: String, comment: String?, savedAt: Timestamp, savedBy: PersonID?, isActive: Bool
  ) {
    self.workflow = workflow
    self.version = version
    self.documentType = documentType
    self.title = title
    self.source = source
    self.comment = comment
    self.savedAt = savedAt
    self.savedBy = savedBy
    self.isActive = isActive
  }
}

extension StoredWorkflowVersion {
  /// Of its text, which never changes.
  var digest: String {
    SHA256.hash(data: Array(source.utf8)).withUnsafeBytes { Array($0) }.hexadecimal
  }
}
