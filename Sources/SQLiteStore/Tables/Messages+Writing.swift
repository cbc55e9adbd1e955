// The queue, as it is changed.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Transaction {
  func insert(_ message: Message, isHeld: Bool) throws {
    try refusing("Message \(message.sequence) is in the queue already.") {
      try connection.run(.insertMessage) {
        $0.add(message.sequence)
        $0.add(message.instance)
        $0.add(message.document)
        $0.add(message.documentType)
        $0.add(message.type.rawValue)
        $0.add(message.payload.json.text)
        $0.add(message.postedAt)
        $0.add(message.postedBy)
        $0.add(message.dueAt)
        $0.add(message.retryAt)
        $0.add(message.attempts)
        $0.add(message.state.code)
        $0.add(message.error)
        $0.add(message.startedAt)
        $0.add(message.handledAt)
        $0.add(message.runnableAt)
        $0.add(isHeld)
      }
    }
    try counters.change { $0.count(1, in: message.state) }
    counters.count(1, as: .posted(message.poster))
    countEnd(of: message)
  }

  func update(_ message: Message) throws {
    let changed = try connection.run(.updateMessage) {
      $0.add(message.retryAt)
      $0.add(message.attempts)
      $0.add(message.state.code)
      $0.add(message.error)
      $0.add(message.startedAt)
      $0.add(message.handledAt)
      $0.add(message.runnableAt)
      $0.add(message.sequence)
    }
    guard changed == 1 else {
      throw StoreError(
        .conflict, "Message \(message.sequence) is not in the queue any more: it was handled.")
    }
    if !message.state.isPending {
      try counters.change {
        $0.pending -= 1
        $0.count(1, in: message.state)
      }
      countEnd(of: message)
    }
  }

  private func countEnd(of message: Message) {
    switch message.state {
    case .ready, .waiting, .running, .stopped: break
    case .handled: counters.count(1, as: .handled(message.type))
    case .discarded: counters.count(1, as: .discarded)
    }
  }

  func setHeld(_ isHeld: Bool, instance: InstanceID, except sequence: Int64?) throws {
    try connection.run(.holdMessages) {
      $0.add(isHeld)
      $0.add(instance)
      $0.add(sequence ?? .min)
    }
  }

  func discardMessages(
    of instance: InstanceID, except sequence: Int64, reason: String, at: Timestamp
  ) throws -> Int {
    let discarded = try connection.run(.discardMessages) {
      $0.add(reason)
      $0.add(at)
      $0.add(instance)
      $0.add(sequence)
    }
    if discarded > 0 {
      try counters.change {
        $0.pending -= Int64(discarded)
        $0.discarded += Int64(discarded)
      }
      counters.count(Int64(discarded), as: .discarded)
    }
    return discarded
  }

  func removeMessage(_ sequence: Int64) throws {
    let removed = try connection.run(.removeMessage) { $0.add(sequence) }
    guard removed == 1 else {
      throw StoreError(.conflict, "Message \(sequence) is not in the queue any more.")
    }
    try counters.change { $0.pending -= 1 }
    counters.count(1, as: .withdrawn)
  }

  func removeMessages(handledBefore time: Timestamp, limit: Int) throws -> Int {
    try connection.run(.removeMessages) {
      $0.add(time)
      $0.add(limit: limit)
    }
  }
}

extension CounterValues {
  fileprivate mutating func count(_ number: Int64, in state: MessageState) {
    switch state {
    case .ready, .waiting, .running, .stopped: pending += number
    case .handled: handled += number
    case .discarded: discarded += number
    }
  }
}
