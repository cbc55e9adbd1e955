// One entry of the append-only record of everything that happened.

import Workflow

/// What happened: who, when, where, why, and what it changed (SPEC 11).
public struct HistoryEntry: Hashable, Sendable {
  /// A value that a condition or an assignment read, so that the entry says why.
  public struct ReadValue: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public var event: HistoryEvent
  public var at: Timestamp
  /// Nil for the system.
  public var actor: Actor?
  public var onBehalfOf: PersonID?
  public var element: ElementPath?
  public var step: String?
  public var comment: String?
  /// What happened in words, where the event alone does not say it.
  public var detail: String?
  public var values: [ReadValue]
  /// The message that was handled when it happened; nil for what a person did directly.
  public var message: Int64?
  /// What changed in the state of the instance; on the last entry of a message.
  public var change: JSON?

  public init(
    _ event: HistoryEvent, at: Timestamp, actor: Actor? = nil, onBehalfOf: PersonID? = nil,
    element: ElementPath? = nil, step: String? = nil, comment: String? = nil,
    detail: String? = nil, values: [ReadValue] = [], message: Int64? = nil, change: JSON? = nil
  ) {
    self.event = event
    self.at = at
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.element = element
    self.step = step
    self.comment = comment
    self.detail = detail
    self.values = values
    self.message = message
    self.change = change
  }
}
