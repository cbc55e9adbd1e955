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
  /// Whether there are older entries than those of the history here.
  public internal(set) var hasOlderHistory = false
  /// What comes next as a sentence tells it: what runs side by side stands together.
  public internal(set) var then: [String] = []
  /// The instances that its elements started, by element and line; of several attempts the last.
  public internal(set) var children: [InstanceChild] = []
  /// The steps in which people are asked now, with how many answers they need.
  public internal(set) var rounds: [OpenRound] = []
  /// What is drawn of it; nil when its version is gone.
  package var figure: WorkflowFigure?
}
