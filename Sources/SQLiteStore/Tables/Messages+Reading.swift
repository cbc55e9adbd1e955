// The queue, as it is read.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func message(_ sequence: Int64) throws -> Message? {
    try connection.first(.message, { $0.add(sequence) }, Message.init)
  }

  func messages(_ query: MessageQuery) throws -> [Message] {
    switch query.part {
    case .pending:
      return try window(.pendingMessages, limit: query.limit) {
        $0.add(query.after?.dueAt ?? .distantPast)
        $0.add(query.after?.sequence ?? .min)
      }
    case .done:
      guard let place = try placeOfDone(query.after?.sequence) else { return [] }
      return try window(.doneMessages, limit: query.limit) {
        $0.add(place.handledAt)
        $0.add(place.sequence)
      }
    case .all:
      return try window(.allMessages, limit: query.limit) { $0.add(query.after?.sequence ?? .min) }
    case .instance(let instance):
      return try window(.messagesOfInstance, limit: query.limit) {
        $0.add(instance)
        $0.add(query.after?.sequence ?? .min)
      }
    }
  }

  /// Where a window of handled messages begins. Nil when the row before it was removed: what is
  /// older was removed with it.
  private func placeOfDone(_ sequence: Int64?) throws -> (handledAt: Timestamp, sequence: Int64)? {
    guard let sequence else { return (.distantFuture, .max) }
    return try connection.first(
      .placeOfDoneMessage, { $0.add(sequence) }, { ($0.time(0), sequence) })
  }

  func runnableInstances(
    of type: DocumentTypeID, at now: Timestamp, limit: Int, skipsTimers: Bool
  ) throws -> [RunnableInstance] {
    guard limit > 0 else { return [] }
    var found: [RunnableInstance] = []
    var seen: Set<Int64> = []
    try connection.each(
      skipsTimers ? .runnableMessagesButTimers : .runnableMessages,
      {
        $0.add(type)
        $0.add(now)
      },
      { row in
        let instance = row.integer(0)
        guard seen.insert(instance).inserted else { return true }
        found.append(
          RunnableInstance(
            instance: InstanceID(instance), runnableAt: row.time(1), sequence: row.integer(2)))
        return found.count < limit
      })
    return found
  }

  func pendingMessages(
    of instance: InstanceID, dueBy now: Timestamp, limit: Int
  ) throws -> [Message] {
    try window(.dueMessagesOfInstance, limit: limit) {
      $0.add(instance)
      $0.add(now)
    }
  }

  func pendingMessages(
    of instance: InstanceID, types: Set<MessageType>
  ) throws -> [Message] {
    try connection.all(
      .typedMessagesOfInstance,
      {
        $0.add(instance)
        $0.add(JSON.array(types.map(\.rawValue).sorted().map(JSON.string)).text)
      }, Message.init)
  }

  func nextRunnableTime(of type: DocumentTypeID, skipsTimers: Bool) throws -> Timestamp? {
    try connection.first(
      skipsTimers ? .nextRunnableTimeButTimers : .nextRunnableTime, { $0.add(type) },
      { $0.time(0) })
  }

  func runningMessages(of type: DocumentTypeID, limit: Int) throws -> [Message] {
    try window(.runningMessages, limit: limit) { $0.add(type) }
  }

  private func window(
    _ query: Query, limit: Int, _ bind: (inout Binder) -> Void
  ) throws -> [Message] {
    try connection.all(
      query,
      { binder in
        bind(&binder)
        binder.add(limit: limit)
      }, Message.init)
  }
}

extension Message {
  init(_ row: Row) throws {
    // One message that cannot be read must not stop the others: it fails when it is handled.
    let payload = Result { try row.stored(5, Payload.self) }
    var damage: String?
    if case .failure(let error) = payload { damage = "\(error)" }
    self.init(
      sequence: row.integer(0), instance: InstanceID(row.integer(1)), document: row.identifier(2),
      documentType: row.identifier(3), type: try row.word(4),
      payload: (try? payload.get()) ?? Payload(),
      postedAt: row.time(6), postedBy: row.optionalIdentifier(7), dueAt: row.time(8),
      retryAt: row.optionalTime(9), attempts: row.number(10),
      state: try MessageState(code: row.integer(11)), error: row.optionalText(12) ?? damage,
      damage: damage,
      startedAt: row.optionalTime(13), handledAt: row.optionalTime(14))
  }
}
