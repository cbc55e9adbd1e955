// A record that a type keeps in a store.

import Workflow
import WorkflowRuntime

/// A record that a type keeps: numbered without gaps within its collection.
public struct StoredRecord: Hashable, Sendable {
  public let number: Int64
  public let key: String
  public let document: DocumentID?
  public let body: String
  public let at: Timestamp

  public init(number: Int64, key: String, document: DocumentID?, body: String, at: Timestamp) {
    self.number = number
    self.key = key
    self.document = document
    self.body = body
    self.at = at
  }
}
