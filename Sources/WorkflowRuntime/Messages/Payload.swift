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

  public init(
    element: ElementPath? = nil, pass: Int? = nil, step: String? = nil,
    outcome: ElementOutcome? = nil, answer: Answer? = nil, actor: Actor? = nil,
    comment: String? = nil, skip: ElementOutcome? = nil
  ) {
    self.element = element
    self.pass = pass
    self.step = step
    self.outcome = outcome
    self.answer = answer
    self.actor = actor
    self.comment = comment
    self.skip = skip
  }
}
