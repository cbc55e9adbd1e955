// An element of a version, and how far it is.

import Workflow
import WorkflowRuntime

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
