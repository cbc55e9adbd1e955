// A history entry in a list.

import Workflow
import WorkflowRuntime

/// A history entry with the names of its people.
public struct HistoryRow: Hashable, Sendable {
  public let sequence: Int64
  public let instance: InstanceID?
  public let document: DocumentID
  public let entry: HistoryEntry
  public let actorName: String?
  /// SHA-256 in hexadecimal.
  public let hash: String
}
