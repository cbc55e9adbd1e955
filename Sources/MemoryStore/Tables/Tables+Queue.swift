// The queue, as it is changed.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Tables {
  mutating func insert(_ message: Message, isHeld: Bool) throws {
    guard pending[message.sequence] == nil, done[message.sequence] == nil else {
      throw StoreError(.conflict, "Message \(message.sequence) is in the queue already.")
    }
    tallies[.posted(message.poster)] += 1
    if message.state.isPending {
      pending[message.sequence] = PendingMessage(message: message, isHeld: isHeld)
    } else {
      finish(message)
    }
  }

  mutating func update(_ message: Message) throws {
    guard var row = pending[message.sequence] else {
      throw StoreError(
        .conflict, "Message \(message.sequence) is not in the queue any more: it was handled.")
    }
    row.message.retryAt = message.retryAt
    row.message.attempts = message.attempts
    row.message.state = message.state
    row.message.error = message.error
    row.message.startedAt = message.startedAt
    row.message.handledAt = message.handledAt
    if message.state.isPending {
      pending[message.sequence] = row
    } else {
      finish(row.message)
    }
  }

  private mutating func finish(_ message: Message) {
    pending[message.sequence] = nil
    done[message.sequence] = message
    if message.state == .handled {
      handledCount += 1
      tallies[.handled(message.type)] += 1
    } else {
      discardedCount += 1
      tallies[.discarded] += 1
    }
  }

  mutating func setHeld(_ isHeld: Bool, instance: InstanceID, except sequence: Int64?) {
    for (number, row) in pending
    where row.message.instance == instance && number != sequence && !row.message.type.overtakes {
      pending[number]?.isHeld = isHeld
    }
  }

  mutating func discardMessages(
    of instance: InstanceID, except sequence: Int64, reason: String, at: Timestamp
  ) -> Int {
    let rows = pending.values.filter {
      $0.message.instance == instance && $0.message.sequence != sequence
        && $0.message.type != .childEnded
    }
    for row in rows {
      var message = row.message
      message.state = .discarded
      message.error = reason
      message.handledAt = at
      finish(message)
    }
    return rows.count
  }

  mutating func removeMessage(_ sequence: Int64) throws {
    guard pending.removeValue(forKey: sequence) != nil else {
      throw StoreError(.conflict, "Message \(sequence) is not in the queue any more.")
    }
    tallies[.withdrawn] += 1
  }

  mutating func removeMessages(handledBefore time: Timestamp, limit: Int) -> Int {
    let old = done.values.filter { ($0.handledAt ?? .distantFuture) < time }
      .sorted {
        ($0.handledAt ?? .distantPast, $0.sequence) < ($1.handledAt ?? .distantPast, $1.sequence)
      }
      .window(limit)
    for message in old { done[message.sequence] = nil }
    return old.count
  }
}
