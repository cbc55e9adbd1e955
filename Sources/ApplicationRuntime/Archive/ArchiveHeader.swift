// The first and the last line of an archive.

import Workflow
import WorkflowRuntime

/// What an archive is: the first line of its file.
public struct ArchiveHeader: Hashable, Sendable {
  /// The store that it was taken from.
  public let store: String
  public let at: Timestamp
  public let actor: Actor
  /// Why.
  public let reason: String
  /// The instances in it ended before this time.
  public let endedBefore: Timestamp
}

/// What is in an archive: the last line of its file, without which it is not whole.
public struct ArchiveSummary: Hashable, Sendable {
  public let instances: Int
  public let entries: Int
  /// SHA-256 of all lines before the last one: the name under which the store knows the archive.
  public let digest: [UInt8]
}
