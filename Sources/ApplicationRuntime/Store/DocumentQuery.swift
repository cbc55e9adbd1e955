// The window that documents are read through.

import Workflow
import WorkflowRuntime

/// Documents, the newest first by (creation, id).
public struct DocumentQuery: Hashable, Sendable {
  public var type: DocumentTypeID?
  public var originator: PersonID?
  public var status: DocumentStatus?
  public var after: Position?
  public var limit: Int

  public struct Position: Hashable, Sendable {
    public let createdAt: Timestamp
    public let id: DocumentID

    public init(createdAt: Timestamp, id: DocumentID) {
      self.createdAt = createdAt
      self.id = id
    }
  }

  public init(
    type: DocumentTypeID? = nil, originator: PersonID? = nil, status: DocumentStatus? = nil,
    after: Position? = nil, limit: Int
  ) {
    self.type = type
    self.originator = originator
    self.status = status
    self.after = after
    self.limit = limit
  }
}
