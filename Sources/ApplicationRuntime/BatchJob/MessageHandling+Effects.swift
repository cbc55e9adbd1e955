// Applying what the workflow runtime decided.

import Workflow
import WorkflowRuntime

extension MessageHandling {
  /// Applies a transition to the instance in memory: all of it is committed with its message.
  func apply(
    _ transition: Transition, of message: Message, to work: inout InstanceWork
  ) throws {
    let now = parts.clock.now()
    // Resuming an activation that stopped does not begin the instance: that is for its activation.
    if work.state != nil || message.type != .resume { work.state = transition.state }
    work.instance.savedPoint += 1
    work.instance.element = transition.state.whereItWaits
    work.instance.version = transition.state.version
    work.instance.isCanceling = transition.state.stage == .canceling || work.instance.isCanceling
    let wasStopped = work.instance.status == .stopped
    // A migration that is refused leaves what is stopped as it is.
    let isRefused = message.type == .migrate && transition.queue == nil
    if !wasStopped || (message.type.overtakes && !isRefused) {
      work.instance.status = transition.status
      work.instance.error = nil
    }
    if !transition.status.isOpen {
      work.instance.endedAt = now
      work.instance.element = nil
    }
    work.history.append(contentsOf: transition.history)
    for removed in transition.removedTimers { work.removeTimers(removed.covers) }
    if !transition.status.isOpen { work.removeTimers { _ in true } }
    switch transition.queue {
    case .discardOthers(let reason):
      recordDiscardedAnswers(reason, in: &work)
      work.discardOthers(than: message.sequence, reason: reason, at: now)
    // What waits for its retry, or runs outside, goes on by itself.
    case .retryStopped: if wasStopped { try retryStopped(in: &work) }
    case .discardStopped(let reason): try discardStopped(reason, in: &work)
    case nil: break
    }
    for closed in transition.closedItems { try close(closed, in: &work) }
    for postponement in transition.postponements { try postpone(postponement, in: &work) }
    for item in transition.newItems { try open(item, in: &work) }
    for post in transition.posts { try self.post(post, in: &work) }
    try apply(children: transition, of: message, to: &work)
    if let change = transition.document {
      setDocument(change, by: message, in: &work)
    } else if work.instance.line == nil, !transition.closedItems.isEmpty,
      work.document.status == .inReview,
      try loadOpenItems(in: &work).isEmpty
    {
      // Whoever it waited for has answered; what runs now is no one's turn.
      work.document.waitingFor = nil
    }
  }

  func post(_ post: Transition.Post, in work: inout InstanceWork) throws {
    let now = parts.clock.now()
    let due = post.dueAt ?? now
    work.enqueue(
      Message(
        sequence: try transaction.next(.message), instance: work.instance.id,
        document: work.instance.document, documentType: work.instance.documentType,
        type: post.type, payload: post.payload, postedAt: now, postedBy: nil, dueAt: due,
        state: due > now ? .waiting : .ready))
  }

  private func setDocument(
    _ change: Transition.DocumentChange, by message: Message, in work: inout InstanceWork
  ) {
    if let line = change.line {
      // The line alone; what the document waits for is said by the header's instance.
      guard work.document.editableLines[line] != change.editableBy else { return }
      work.document.editableLines[line] = change.editableBy
      work.document.changedAt = parts.clock.now()
      return
    }
    let before = work.document.status
    // A type's own statuses come after approved: one that an automated element set stays.
    let own = parts.types[work.document.type]?.statuses ?? []
    let staysOwn = change.status == .approved && own.contains(before)
    work.document.status = staysOwn ? before : change.status
    if !change.status.mayHaveEditableLines { work.document.editableLines = [:] }
    work.document.waitingFor = change.waitingFor
    work.document.editableBy = change.editableBy
    work.document.changedAt = parts.clock.now()
    guard before != work.document.status else { return }
    work.history.append(
      HistoryEntry(
        .statusChanged, at: parts.clock.now(),
        detail: "\(before.rawValue) → \(work.document.status.rawValue)",
        message: message.sequence))
  }

  // MARK: The queue

  /// Answers that wait in the queue when the instance ends early are recorded, without effect.
  private func recordDiscardedAnswers(_ reason: String, in work: inout InstanceWork) {
    for queued in work.queue {
      guard let answer = queued.message.payload.answer else { continue }
      work.history.append(
        HistoryEntry(
          .answerDiscarded, at: parts.clock.now(), actor: answer.actor,
          onBehalfOf: answer.onBehalfOf, element: queued.message.payload.element,
          step: queued.message.payload.step, comment: answer.comment,
          detail: "\(answer.outcome.rawValue): \(reason)", message: queued.message.sequence))
    }
  }

  /// The message that holds the instance, from the queue in memory or from the store.
  private func holdingMessage(
    in work: inout InstanceWork
  ) throws -> InstanceWork.QueuedMessage? {
    guard let sequence = work.instance.heldBy else { return nil }
    if let index = work.queue.firstIndex(where: { $0.message.sequence == sequence }) {
      return work.queue.remove(at: index)
    }
    return try transaction.message(sequence).map { .init(message: $0, isStored: true) }
  }

  private func retryStopped(in work: inout InstanceWork) throws {
    guard var held = try holdingMessage(in: &work) else { return }
    held.message.state = .ready
    held.message.attempts = 0
    held.message.retryAt = nil
    held.isChanged = true
    work.queue.insert(held, at: 0)
    work.instance.heldBy = nil
  }

  private func discardStopped(_ reason: String, in work: inout InstanceWork) throws {
    guard var held = try holdingMessage(in: &work) else { return }
    held.message.discard(reason: reason, at: parts.clock.now())
    work.done.append(held)
    work.instance.heldBy = nil
  }
}
