// An instance as it was after one of its messages.

import Workflow
import WorkflowRuntime

/// The past of an instance: its state after a message, and where else one can look.
public struct InstanceMoment: Sendable {
  public let instance: InstanceID
  public let document: DocumentID
  public let workflow: WorkflowID
  /// The saved point that is shown: the last one that is not after the message asked for.
  public let point: SavedPoint
  /// Its place among the saved points, from 0.
  public let index: Int
  /// Every saved point, in the order in which the messages were handled.
  public let points: [SavedPoint]
  /// Nil while the activation had not been handled.
  public let state: InstanceState?
  /// The elements of its version with the marks of then.
  public let outline: [OutlineElement]
  /// The work items that were open then.
  public let openItems: [WorkItem]
  /// What the message left in the history.
  public let entries: [HistoryRow]
  /// What is drawn of it, with the marks of then.
  package var figure: WorkflowFigure?
}
