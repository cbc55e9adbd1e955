// A message after which an instance can be looked at.

import Workflow
import WorkflowRuntime

/// One message of an instance that left something in its history.
public struct SavedPoint: Hashable, Sendable {
  /// The message's sequence number.
  public let message: Int64
  /// Its type; nil once handled messages are not kept any more.
  public let type: MessageType?
  /// What its handling tells first.
  public let event: HistoryEvent
  public let element: ElementPath?
  /// When it was handled.
  public let at: Timestamp
  /// Whether it changed the state of the instance.
  public let changesState: Bool
}
