// What a person asks the engine to do.

import Workflow
import WorkflowRuntime

/// An action of a person on a document, a work item or an instance.
public struct ActionRequest: Hashable, Sendable {
  public enum Target: Hashable, Sendable {
    /// A document; an answer acts on the person's one open item there.
    case document(DocumentID)
    case item(WorkItemID)
    case instance(InstanceID)
  }

  /// The longest window in which an answer can be taken back: until its end nothing follows from
  /// the answer, and everybody after it waits.
  public static let longestUndoWindow = Duration.seconds(600)

  public var action: Action
  public var target: Target
  public var comment: String?
  /// Of whom a change is requested, nil for the originator; or who gets the item when it is
  /// delegated or reassigned.
  public var addressee: PersonID?
  /// The named outcome that is chosen.
  public var choice: String?
  /// The queue that the item is moved to.
  public var queue: QueueID?
  /// The version that an instance goes over to.
  public var version: Int?
  /// How a skipped element ends.
  public var outcome: ElementOutcome?
  /// How long an answer can be taken back; `longestUndoWindow` at most.
  public var undoWindow: Duration
  /// The caller's key: the same request with the same key is done once.
  public var key: String?
  /// The revision that the person saw; another one is a conflict. Nil does not check.
  public var revision: Int?

  public init(
    _ action: Action, _ target: Target, comment: String? = nil, addressee: PersonID? = nil,
    choice: String? = nil, queue: QueueID? = nil, version: Int? = nil,
    outcome: ElementOutcome? = nil, undoWindow: Duration = .zero, key: String? = nil,
    revision: Int? = nil
  ) {
    self.action = action
    self.target = target
    self.comment = comment
    self.addressee = addressee
    self.choice = choice
    self.queue = queue
    self.version = version
    self.outcome = outcome
    self.undoWindow = undoWindow
    self.key = key
    self.revision = revision
  }
}
