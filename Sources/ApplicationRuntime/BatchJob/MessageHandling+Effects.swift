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
    work.instance.element = transition.state.current.last?.description
    work.instance.isCanceling = transition.state.stage == .canceling || work.instance.isCanceling
    if work.instance.status != .stopped || message.type.overtakes {
      work.instance.status = transition.status
      work.instance.error = nil
    }
    if !transition.status.isOpen {
      work.instance.endedAt = now
      work.instance.element = nil
    }
    work.history.append(contentsOf: transition.history)
    switch transition.queue {
    case .discardOthers(let reason):
      recordDiscardedAnswers(reason, in: &work)
      work.discardOthers(than: message.sequence, reason: reason, at: now)
    case .retryStopped: try retryStopped(in: &work)
    case .discardStopped(let reason): try discardStopped(reason, in: &work)
    case nil: break
    }
    for closed in transition.closedItems { try close(closed, in: &work) }
    for item in transition.newItems { try open(item, in: &work) }
    for post in transition.posts { try self.post(post, in: &work) }
    if let change = transition.document {
      setDocument(change, by: message, in: &work)
    } else if !transition.closedItems.isEmpty, work.document.status == .inReview,
      try loadOpenItems(in: &work).isEmpty
    {
      // Whoever it waited for has answered; what runs now is no one's turn.
      work.document.waitingFor = nil
    }
  }

  func post(_ post: Transition.Post, in work: inout InstanceWork) throws {
    let now = parts.clock.now()
    let message = Message(
      sequence: try transaction.next(.message), instance: work.instance.id,
      document: work.instance.document, documentType: work.instance.documentType,
      type: post.type, payload: post.payload, postedAt: now, postedBy: nil, dueAt: now,
      state: .ready)
    work.queue.append(.init(message: message, isStored: false))
  }

  private func setDocument(
    _ change: Transition.DocumentChange, by message: Message, in work: inout InstanceWork
  ) {
    let before = work.document.status
    work.document.status = change.status
    work.document.waitingFor = change.waitingFor
    work.document.editableBy = change.editableBy
    work.document.changedAt = parts.clock.now()
    guard before != change.status else { return }
    work.history.append(
      HistoryEntry(
        .statusChanged, at: parts.clock.now(),
        detail: "\(before.rawValue) → \(change.status.rawValue)", message: message.sequence))
  }

  // MARK: Work items

  /// The open items of the instance, read once for all messages of the batch.
  private func loadOpenItems(in work: inout InstanceWork) throws -> [WorkItem] {
    if let items = work.openItems { return items }
    var items: [WorkItem] = []
    var after: WorkItemID?
    repeat {
      let window = try transaction.workItems(
        WorkItemQuery(.openOfInstance(work.instance.id), after: after, limit: 500))
      items.append(contentsOf: window)
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil
    work.openItems = items
    return items
  }

  func close(
    _ closed: Transition.ClosedWorkItems, in work: inout InstanceWork
  ) throws {
    let now = parts.clock.now()
    let items = try loadOpenItems(in: &work)
    for item in items where closed.scope.covers(item) {
      var item = item
      item.status = closed.status
      item.closedAt = now
      if let index = work.newItems.firstIndex(where: { $0.id == item.id }) {
        work.newItems[index] = item
      } else {
        work.changedItems.append(item)
      }
    }
    work.openItems = items.filter { !closed.scope.covers($0) }
  }

  private func open(_ new: Transition.NewWorkItem, in work: inout InstanceWork) throws {
    let allowsDeny = try parts.type(work.instance.documentType).allowsDeny
    let item = WorkItem(
      id: WorkItemID(try transaction.next(.workItem)), kind: new.kind,
      instance: work.instance.id, document: work.instance.document,
      documentType: work.instance.documentType, element: new.element, pass: new.pass,
      step: new.step, subject: new.subject, instructions: new.instructions,
      assignee: new.assignee ?? (new.candidates.count == 1 ? new.candidates.first : nil),
      candidates: new.candidates, createdAt: parts.clock.now(),
      allowed: new.allowed.filter { $0 != .deny || allowsDeny })
    work.newItems.append(item)
    work.openItems = try loadOpenItems(in: &work) + [item]
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

extension Transition.ClosedWorkItems.Scope {
  func covers(_ item: WorkItem) -> Bool {
    switch self {
    case .instance: true
    case .element(let path): item.element == path
    case .person(let path, let person):
      item.element == path && (person == nil || item.personActedFor == person)
    }
  }
}
