// A history entry in a list.

import Workflow
import WorkflowRuntime

/// A history entry with the names of its people and its place.
public struct HistoryRow: Hashable, Sendable {
  public let sequence: Int64
  public let instance: InstanceID?
  /// The line of the document that its instance is about, from 1.
  public let line: Int?
  public let document: DocumentID
  public let entry: HistoryEntry
  public let actorName: String?
  /// For whom it was done, where that was somebody else than who did it; what the system does
  /// in the place of a person is done for them.
  public let onBehalfOfName: String?
  /// SHA-256 in hexadecimal.
  public let hash: String

  /// Who did it, and for whom: "Donna Ek for Frank Berg"; nil for what the system did by itself.
  public var who: String? {
    guard let onBehalfOfName else { return actorName }
    return "\(actorName ?? "system") for \(onBehalfOfName)"
  }
}
