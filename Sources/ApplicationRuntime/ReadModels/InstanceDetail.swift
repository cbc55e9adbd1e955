// An instance with everything that its page shows.

import Workflow
import WorkflowRuntime

/// One run of one version for one document, as it stands now.
public struct InstanceDetail: Sendable {
  public let row: InstanceRow
  public let document: DocumentRow
  /// The elements of its version in the order of the file, nested ones behind their parent.
  public let outline: [OutlineElement]
  public let openItems: [WorkItem]
  /// The newest entries, oldest first.
  public let history: [HistoryRow]
  public let pendingMessages: [Message]
  public let actions: [ActionAvailability]
  public let next: [String]
}

/// One element of a version, and how far it is.
public struct OutlineElement: Hashable, Sendable {
  public enum Mark: String, Hashable, Sendable {
    case done, here, toCome, skipped, sentBack
  }

  public let path: ElementPath
  public let name: String
  /// The element's keyword: "approval".
  public let kind: String
  public let depth: Int
  public let mark: Mark
  /// "Frank Berg, 7 m" or "waits for Ann Lund, Sue Lind"; nil when there is nothing to say.
  public let note: String?
  /// An approval's steps.
  public let steps: [OutlineStep]
}

public struct OutlineStep: Hashable, Sendable {
  public let name: String
  public let mark: OutlineElement.Mark
  public let note: String?
}

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
