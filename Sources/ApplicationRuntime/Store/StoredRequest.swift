// The first result of a request with a key, as a store keeps it.

import Workflow
import WorkflowRuntime

/// The first result of a request that carried a key.
public struct StoredRequest: Hashable, Sendable {
  public let key: String
  /// A digest of what was asked: the same key with another request is a conflict.
  public let digest: String
  public let result: String
  public let at: Timestamp

  public init(key: String, digest: String, result: String, at: Timestamp) {
    self.key = key
    self.digest = digest
    self.result = result
    self.at = at
  }
}
