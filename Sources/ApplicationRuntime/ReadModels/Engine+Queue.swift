// The queue and the batch job as pages and commands show them.

import Workflow
import WorkflowRuntime

extension Engine {
  /// A part of the queue; states are told for the present moment. Everybody sees the rows; what
  /// a message carries and its error are for those involved in its document.
  public func queue(
    _ part: MessageQuery.Part, as actor: Actor, after: MessageQuery.Position? = nil, limit: Int
  ) throws -> [Message] {
    let now = now
    return try reading(as: actor) { reading, organization in
      var seen = SeenMessages(by: actor.person, at: now, parts, organization: organization, reading)
      return try reading.messages(MessageQuery(part, after: after, limit: Self.bounded(limit)))
        .map { try seen.shown($0) }
    }
  }

  public func message(_ sequence: Int64, as actor: Actor) throws -> Message {
    let now = now
    return try reading(as: actor) { reading, organization in
      guard let message = try reading.message(sequence) else {
        throw EngineError(.notFound, "there is no message \(sequence)")
      }
      let involvement = Involvement(
        of: actor.person, parts: parts, organization: organization, reading)
      return (try involvement.mayKnow(message) ? message : message.withoutContent).shown(at: now)
    }
  }

  /// Tries a message again at once that waits for its retry.
  public func tryNow(_ sequence: Int64, by actor: Actor) throws {
    try requireAdministrator(actor, "have a message tried again")
    let now = now
    try writing { transaction in
      guard var message = try transaction.message(sequence) else {
        throw EngineError(.notFound, "there is no message \(sequence)")
      }
      guard message.state == .waiting, message.retryAt != nil else {
        throw EngineError(.notAllowed, "message \(sequence) does not wait for a retry")
      }
      message.state = .ready
      message.retryAt = now
      try transaction.update(message)
    }
  }

  /// The messages that failed and wait for their retry, the oldest first, without what they carry.
  ///
  /// - Parameter limit: of so many pending messages, the earliest, those that fail are told.
  public func failingMessages(among limit: Int) throws -> [Message] {
    let now = now
    return try reading { reading in
      try reading.messages(MessageQuery(.pending, limit: Self.bounded(limit)))
        .filter { $0.isFailing && $0.dueAt <= now }.map { $0.withoutContent.shown(at: now) }
    }
  }

  /// The queue in figures.
  public func queueOverview() throws -> QueueOverview {
    let now = now
    return try reading { reading in
      let done = try reading.messages(MessageQuery(.done, limit: 200))
      let waits = done.compactMap { message -> Duration? in
        guard message.state == .handled, let started = message.startedAt else { return nil }
        return max(.zero, started.duration(since: message.dueAt))
      }.sorted()
      let last = try reading.setting(SettingName.lastBatch).flatMap { Int64($0) }
      return QueueOverview(
        counts: try reading.queueCounts(at: now), settings: try BatchJobSettings.read(reading),
        runner: runnerOfThisStore(), lastBatchAt: last.map(Timestamp.init(microseconds:)),
        waitedMedian: waits.isEmpty ? nil : waits[waits.count / 2],
        waited99th: waits.isEmpty ? nil : waits[min(waits.count - 1, waits.count * 99 / 100)],
        at: now, timerHold: try TimerHold.read(reading),
        waits: QueueOverview.histogram(of: waits))
    }
  }

  private func runnerOfThisStore() -> Runner? {
    for type in types.keys.sorted() {
      guard let process = store.runner(of: type) else { continue }
      return Runner(process: process, isThisProcess: process == ProcessIdentity.current)
    }
    return nil
  }
}

extension Involvement {
  /// Whether the person may see what a message carries.
  func mayKnow(_ message: Message) throws -> Bool {
    guard let document = try reading.document(message.document) else {
      return organization.isAdministrator(person)
    }
    return try isInvolved(in: document)
  }
}

extension Message {
  /// The row alone: where it belongs and where it stands, without words, answers and errors.
  var withoutContent: Message {
    Message(
      sequence: sequence, instance: instance, document: document, documentType: documentType,
      type: type,
      payload: Payload(element: payload.element, pass: payload.pass, step: payload.step),
      postedAt: postedAt, postedBy: postedBy, dueAt: dueAt, retryAt: retryAt, attempts: attempts,
      state: state, startedAt: startedAt, handledAt: handledAt)
  }

  /// Whether it failed and is tried again by itself.
  fileprivate var isFailing: Bool {
    error != nil && retryAt != nil && (state == .waiting || state == .ready)
  }

  /// The message with its state as of a moment: one whose time has come is ready.
  func shown(at now: Timestamp) -> Message {
    var message = self
    if state == .waiting, runnableAt <= now { message.state = .ready }
    if state == .ready, runnableAt > now { message.state = .waiting }
    return message
  }
}
