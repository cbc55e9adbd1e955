// Handling one message: the workflow runtime for requests, event handlers for events.

import Workflow
import WorkflowRuntime

/// Handles messages of an instance that was restored, within the batch's transaction.
///
/// One for each batch, and a class: as a value, all that it holds would be copied for each message.
final class MessageHandling {
  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction
  let faults: FaultRegister
  let telling: Telling

  init(
    parts: EngineParts, organization: Organization, transaction: any StoreTransaction,
    faults: FaultRegister
  ) {
    self.parts = parts
    self.organization = organization
    self.transaction = transaction
    self.faults = faults
    telling = Telling(parts: parts, organization: organization, transaction: transaction)
  }

  /// Handles one message, or records its failure: whatever happens, it ends in `work.done`.
  ///
  /// - Throws: only when the store cannot work now; no attempt is counted then.
  func handle(
    _ queued: InstanceWork.QueuedMessage, in work: inout InstanceWork
  ) throws -> Message {
    let before = work
    var queued = queued
    queued.message.startedAt = parts.clock.now()
    do {
      return try handled(queued, in: &work)
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      work = before
      return fail(queued, with: error, in: &work)
    }
  }

  private func handled(
    _ queued: InstanceWork.QueuedMessage, in work: inout InstanceWork
  ) throws -> Message {
    let message = queued.message
    if let damage = message.damage { throw EngineError(.badData, damage) }
    let endsEarly = message.type == .cancel || message.type == .recall
    guard work.instance.status.isOpen || (endsEarly && work.instance.status == .unrecoverable)
    else {
      return discard(queued, reason: "the instance has ended", in: &work)
    }
    guard message.type != .resume || work.instance.status == .stopped else {
      // Two people may resume or skip at the same time; the second would pass what goes on.
      return discard(queued, reason: "the instance is not stopped any more", in: &work)
    }
    if message.type.isEvent {
      guard try call(message, queued, in: &work) else {
        return work.done[work.done.count - 1].message
      }
    } else {
      try apply(try transition(for: message, in: &work), of: message, to: &work)
    }
    return finish(queued, in: &work)
  }

  /// The message is done: it leaves the queue, and no longer holds the others.
  private func finish(
    _ queued: InstanceWork.QueuedMessage, in work: inout InstanceWork
  ) -> Message {
    var queued = queued
    queued.message.state = .handled
    queued.message.attempts += 1
    queued.message.error = nil
    queued.message.handledAt = parts.clock.now()
    if work.instance.heldBy == queued.message.sequence { work.instance.heldBy = nil }
    work.done.append(queued)
    return queued.message
  }

  private func discard(
    _ queued: InstanceWork.QueuedMessage, reason: String, in work: inout InstanceWork
  ) -> Message {
    var queued = queued
    queued.message.discard(reason: reason, at: parts.clock.now())
    if work.instance.heldBy == queued.message.sequence { work.instance.heldBy = nil }
    work.done.append(queued)
    return queued.message
  }

  // MARK: Requests

  private func transition(
    for message: Message, in work: inout InstanceWork
  ) throws -> Transition {
    let instance = work.instance
    if work.state == nil, let stored = instance.state {
      do {
        work.state = try InstanceState(stored: try JSON(parsing: stored))
      } catch {
        guard message.type.overtakes, instance.status == .unrecoverable else {
          throw UnrecoverableInstance(reason: "its saved state cannot be read: \(error)")
        }
        // It can only be ended; what could not be read goes into the history.
        work.history.append(
          HistoryEntry(
            .unrecoverable, at: parts.clock.now(), detail: "the state that was kept: \(stored)",
            message: message.sequence))
      }
    }
    // A migration is judged by the version that it goes to.
    let target = message.type == .migrate ? message.payload.version : nil
    let definition = try parts.sources.definition(
      of: instance.workflow, version: target ?? instance.version, transaction)
    let lookup = DocumentLookup(
      document: work.document, line: instance.line, type: try parts.type(instance.documentType),
      organization: organization, today: parts.today(in: organization), transaction,
      openItems: { [work] in
        var work = work
        return try self.loadOpenItems(in: &work)
      },
      holdOfWhole: { try self.parent(of: instance).map(DocumentHold.init) })
    let start = InstanceState(
      instance: instance.id, document: instance.document, documentType: instance.documentType,
      workflow: instance.workflow, version: instance.version, originator: instance.originator,
      line: instance.line,
      isDependent: instance.parent?.isDependent ?? false)
    // One that cannot be read any more refuses the migration, with that reason.
    let former = target.flatMap { _ in
      try? parts.sources.definition(
        of: instance.workflow, version: instance.version, transaction)
    }
    return try parts.runtime.handle(
      message, of: start, in: work.state, by: definition, migratingFrom: former, lookup: lookup,
      at: parts.clock.now())
  }

  /// The state of the instance that waits for this one.
  private func parent(of instance: StoredInstance) throws -> InstanceState? {
    let parent = try instance.parent.flatMap { try transaction.instance($0.instance) }
    return try parent?.state.map { try InstanceState(stored: try JSON(parsing: $0)) }
  }

  // MARK: Events

  /// Calls the handler of an event and posts its acknowledgment. False when the handler works
  /// outside the store: it is called after the commit, and the message is running until then.
  private func call(
    _ message: Message, _ queued: InstanceWork.QueuedMessage, in work: inout InstanceWork
  ) throws -> Bool {
    let type = try parts.type(message.documentType)
    let handlers = work.instance.line == nil ? type.handlers : type.lineHandlers
    guard message.type == .automatedExecution || handlers[message.type] != nil else {
      try acknowledge(message, in: &work)
      return true
    }
    let (handler, name) = try EventHandler.named(
      for: message, of: type, work.instance, parts.sources, transaction)
    if faults.holds(name, at: parts.clock.now()) {
      postpone(queued, name, in: &work)
      return false
    }
    switch handler.body {
    case .inside(let body):
      let effects = StagedHandlerEffects(
        work: work, event: message, type: type, organization: organization, parts: parts,
        transaction: transaction)
      do {
        try transaction.savepoint {
          try body(
            HandlerContext(
              event: HandlerEvent(message, of: work.instance, at: parts.clock.now()),
              organization: organization, effects: effects))
        }
      } catch let error as StoreError where error.isEnvironmental {
        throw error
      } catch {
        throw HandlerFailure(handler: name, document: message.document, reason: error)
      }
      faults.passed(name)
      work = effects.work
      try acknowledge(message, in: &work)
      return true
    case .outside:
      startOutside(queued, in: &work)
      return false
    }
  }

  func acknowledge(_ message: Message, in work: inout InstanceWork) throws {
    guard let type = message.type.acknowledgment else { return }
    try post(.init(type, message.payload), in: &work)
  }

  private func startOutside(
    _ queued: InstanceWork.QueuedMessage, in work: inout InstanceWork
  ) {
    var queued = queued
    queued.message.state = .running
    queued.message.attempts += 1
    work.instance.heldBy = queued.message.sequence
    work.outsideCalls.append(.init(message: queued.message))
    work.done.append(queued)
  }

  /// An outside handler came back: its message is consumed, or failed.
  func outsideEnded(
    _ queued: InstanceWork.QueuedMessage, _ result: Result<OutsideResult, any Error>,
    in work: inout InstanceWork
  ) throws {
    var queued = queued
    // The attempt was counted when the call began.
    queued.message.attempts -= 1
    switch result {
    case .success(let result):
      if let reason = setStatus(result.status, after: queued.message, in: &work) {
        _ = fail(queued, with: reason, in: &work)
        return
      }
      if let name = try? EventHandler.named(
        for: queued.message, of: parts.type(queued.message.documentType), work.instance,
        parts.sources, transaction
      ).name {
        faults.passed(name)
      }
      if let words = result.words {
        work.history.append(
          HistoryEntry(
            .automatedExecution, at: parts.clock.now(), element: queued.message.payload.element,
            detail: words, message: queued.message.sequence))
      }
      try acknowledge(queued.message, in: &work)
      _ = finish(queued, in: &work)
    case .failure(let error):
      _ = fail(queued, with: error, in: &work)
    }
  }

  /// Sets the status that a handler outside leaves. Returns why it cannot be set.
  private func setStatus(
    _ status: DocumentStatus?, after event: Message, in work: inout InstanceWork
  ) -> (any Error)? {
    // What was done for a line says nothing of the document as a whole.
    guard let status, work.instance.line == nil else { return nil }
    do {
      let effects = StagedHandlerEffects(
        work: work, event: event, type: try parts.type(event.documentType),
        organization: organization, parts: parts, transaction: transaction)
      try effects.setStatus(status)
      work = effects.work
      return nil
    } catch {
      return error
    }
  }

  /// One fault holds the messages of its handler, without using up their attempts.
  private func postpone(
    _ queued: InstanceWork.QueuedMessage, _ name: String, in work: inout InstanceWork
  ) {
    var queued = queued
    queued.message.state = .waiting
    queued.message.retryAt = faults.retryTime(of: name) ?? parts.clock.now()
    queued.message.error = "held: \(name) fails for many instances in a row"
    work.instance.heldBy = queued.message.sequence
    work.done.append(queued)
  }
}
