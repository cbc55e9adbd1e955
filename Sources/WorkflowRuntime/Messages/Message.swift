// One row of the queue.

import Workflow

/// A message of the queue: a request to the workflow runtime, or an event for the application
/// runtime (SPEC 2).
public struct Message: Hashable, Sendable {
  public let sequence: Int64
  public let instance: InstanceID
  public let document: DocumentID
  public let documentType: DocumentTypeID
  public let type: MessageType
  public let payload: Payload
  public let postedAt: Timestamp
  /// Who posted it: a person, or nil for the system.
  public let postedBy: PersonID?
  /// Fixed at posting; with the sequence number it is the message's place within its instance.
  public let dueAt: Timestamp
  /// When it is tried again, after a failure.
  public var retryAt: Timestamp?
  public var attempts: Int
  public var state: MessageState
  /// The last error, or why it was discarded.
  public var error: String?
  /// Why its stored payload cannot be read; the bytes are kept. Nil for a sound message.
  public let damage: String?
  /// When its handling began and when it was handled or discarded.
  public var startedAt: Timestamp?
  public var handledAt: Timestamp?

  public init(
    sequence: Int64, instance: InstanceID, document: DocumentID, documentType: DocumentTypeID,
    type: MessageType, payload: Payload, postedAt: Timestamp, postedBy: PersonID?,
    dueAt: Timestamp, retryAt: Timestamp? = nil, attempts: Int = 0, state: MessageState,
    error: String? = nil, damage: String? = nil, startedAt: Timestamp? = nil,
    handledAt: Timestamp? = nil
  ) {
    self.sequence = sequence
    self.instance = instance
    self.document = document
    self.documentType = documentType
    self.type = type
    self.payload = payload
    self.postedAt = postedAt
    self.postedBy = postedBy
    self.dueAt = dueAt
    self.retryAt = retryAt
    self.attempts = attempts
    self.state = state
    self.error = error
    self.damage = damage
    self.startedAt = startedAt
    self.handledAt = handledAt
  }

  /// When the batch job may take it: its due time, or later its retry.
  public var runnableAt: Timestamp { max(dueAt, retryAt ?? dueAt) }
}
