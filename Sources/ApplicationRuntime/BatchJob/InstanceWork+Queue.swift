// Which message of an instance is handled next, and which are not needed any more.

import Workflow
import WorkflowRuntime

extension InstanceWork {
  /// Takes the next message that may be handled now out of the queue; nil when none may.
  ///
  /// Recall, cancel, resume and migrate overtake one that waits for its retry or is stopped.
  /// Anything else waits behind it.
  mutating func takeNext(at now: Timestamp) -> QueuedMessage? {
    if instance.heldBy != nil || instance.isCanceling {
      let index = queue.firstIndex { $0.message.type.overtakes && $0.message.dueAt <= now }
      if let index { return queue.remove(at: index) }
    }
    if let holder = instance.heldBy {
      let index = queue.firstIndex {
        $0.message.sequence == holder && $0.message.isRunnable(at: now)
      }
      return index.map { queue.remove(at: $0) }
    }
    for index in queue.indices {
      let message = queue[index].message
      if let lastPlace, message.place > lastPlace { return nil }
      if message.type == .timerDue, message.dueAt <= now {
        guard !holdsTimers, message.isRunnable(at: now), !waitsForAnswer(at: index, now) else {
          continue
        }
        return queue.remove(at: index)
      }
      guard message.dueAt <= now || isTakenAlong(message, at: now) else { continue }
      // Whatever waits for a retry has its place before those behind it.
      return message.dueAt > now || message.isRunnable(at: now) ? queue.remove(at: index) : nil
    }
    return nil
  }

  /// Whether an answer that can still be taken back is handled now: another message of the
  /// instance has fallen due, which it precedes. It counts from when it was given, and takes
  /// nothing along that was given after it.
  private func isTakenAlong(_ answer: Message, at now: Timestamp) -> Bool {
    answer.isHeldAnswer
      && queue.contains { queued in
        let other = queued.message
        guard other.dueAt <= now, answer.precedes(other) else { return false }
        guard other.type == .timerDue else { return true }
        return !holdsTimers && windowsEnd(of: other, at: now) == nil
      }
  }

  /// A limit that is reached inside the window of an answer to its element does not fire before
  /// the window's end; an undo lets it fire at once. It holds nobody.
  private mutating func waitsForAnswer(at index: Int, _ now: Timestamp) -> Bool {
    guard let end = windowsEnd(of: queue[index].message, at: now) else { return false }
    queue[index].message.retryAt = end
    queue[index].message.state = .waiting
    queue[index].isChanged = true
    return true
  }

  /// The end of the last open window of an answer that was given before this limit was reached.
  private func windowsEnd(of timer: Message, at now: Timestamp) -> Timestamp? {
    queue.lazy.map(\.message)
      .filter {
        $0.canBeTakenBack(at: now) && $0.payload.element == timer.payload.element
          && $0.precedes(timer)
      }
      .compactMap { $0.payload.answer?.takesEffectAt }.max()
  }

  /// Adds a message that was posted here, in its place.
  mutating func enqueue(_ message: Message) {
    let index = queue.lastIndex { $0.message.precedes(message) }.map { $0 + 1 } ?? 0
    queue.insert(QueuedMessage(message: message, isStored: false), at: index)
  }

  /// Takes limits and reminders out of the queue; one that holds the instance stays.
  ///
  /// - Returns: those that were taken out.
  @discardableResult
  mutating func removeTimers(_ isMeant: (Message) -> Bool) -> [Message] {
    let gone = queue.filter {
      $0.message.type == .timerDue && $0.message.sequence != instance.heldBy
        && isMeant($0.message)
    }
    guard !gone.isEmpty else { return [] }
    let sequences = Set(gone.map(\.message.sequence))
    queue.removeAll { sequences.contains($0.message.sequence) }
    removedTimers += gone.filter(\.isStored).map(\.message.sequence)
    return gone.map(\.message)
  }
}

/// Where a message stands among those of its instance.
struct MessagePlace: Comparable {
  let time: Timestamp
  let sequence: Int64

  static func < (left: MessagePlace, right: MessagePlace) -> Bool {
    (left.time, left.sequence) < (right.time, right.sequence)
  }
}

extension Message {
  /// Whether it carries an answer that can still be taken back.
  var isHeldAnswer: Bool { payload.answer?.takesEffectAt != nil }

  /// Its place in the instance: an answer with a window counts from when it was given.
  var place: MessagePlace {
    MessagePlace(
      time: isHeldAnswer ? payload.answer?.givenAt ?? dueAt : dueAt, sequence: sequence)
  }

  /// Whether its time has come, and it neither runs nor is stopped.
  func isRunnable(at now: Timestamp) -> Bool {
    state != .stopped && state != .running && runnableAt <= now
  }

  /// Whether it is handled before another message of its instance.
  func precedes(_ other: Message) -> Bool { place < other.place }

  /// Whether its window is still open; afterwards it only waits for the batch job.
  func canBeTakenBack(at now: Timestamp) -> Bool {
    payload.answer?.takesEffectAt.map { now < $0 } ?? false
  }

  mutating func discard(reason: String, at now: Timestamp) {
    state = .discarded
    error = reason
    handledAt = now
  }
}
