// What a message carries beside its type.

import Workflow

/// The content of a message: only what its type needs is set.
public struct Payload: Hashable, Sendable {
  /// The element that the message is about, and which of its passes.
  public var element: ElementPath?
  public var pass: Int?
  public var step: String?
  /// How an element ended, for `elementEnded` and its acknowledgment.
  public var outcome: ElementOutcome?
  public var answer: Answer?
  /// Who recalled, canceled or resumed, and the words that came with it.
  public var actor: Actor?
  public var comment: String?
  /// An answer of an administrator in place of the work of an element that cannot be mended.
  public var skip: ElementOutcome?
  /// Which limit or reminder is due.
  public var timer: TimerPayload?
  /// Which child started or ended.
  public var child: ChildReference?
  /// The version to migrate to.
  public var version: Int?
  /// What changed in the document between being sent back and being resubmitted, in words.
  public var changes: String?
  /// Why a child is canceled, when its parent does it: `I-000001: recalled by sam`.
  public var cause: String?
  /// The hash of a line as it was when its instance ended.
  public var content: String?

  public init(
    element: ElementPath? = nil, pass: Int? = nil, step: String? = nil,
    outcome: ElementOutcome? = nil, answer: Answer? = nil, actor: Actor? = nil,
    comment: String? = nil, skip: ElementOutcome? = nil, timer: TimerPayload? = nil,
    child: ChildReference? = nil, version: Int? = nil, changes: String? = nil,
    cause: String? = nil, content: String? = nil
  ) {
    self.element = element
    self.pass = pass
    self.step = step
    self.outcome = outcome
    self.answer = answer
    self.actor = actor
    self.comment = comment
    self.skip = skip
    self.timer = timer
    self.child = child
    self.version = version
    self.changes = changes
    self.cause = cause
    self.content = content
  }
}
