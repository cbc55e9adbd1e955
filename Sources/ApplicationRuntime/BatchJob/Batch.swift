// One commit of the batch job: due messages, and those that they post.

import Workflow
import WorkflowRuntime

/// Handles due messages within one write transaction.
///
/// It restores one instance after the other, in the order of their first due messages, and goes
/// on with what their messages post until nothing of them is due or a bound is reached.
struct Batch {
  let parts: EngineParts
  let limits: BatchLimits
  /// Whether limits and reminders wait, because the clock leapt.
  var holdsTimers = false

  /// So many instances are looked up at a time: more than 10 ms of work, and quick to read.
  private static let window = 64

  /// Runs with one savepoint for all, because each costs a copy of what is written after it. Only
  /// when an instance cannot be saved is all done anew, with one for each.
  func run(
    for types: [DocumentTypeID], in transaction: any StoreTransaction
  ) throws -> BatchOutcome {
    let organization = try parts.sources.organization(transaction)
    do {
      return try transaction.savepoint {
        try run(for: types, organization, in: transaction) { try advance($0, $1, $2, until: $3) }
      }
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      return try run(for: types, organization, in: transaction) {
        try advanceAlone($0, $1, $2, until: $3)
      }
    }
  }

  /// Works on one instance: so many messages, until a time.
  private typealias Advance = (
    _ head: RunnableInstance, MessageHandling, _ room: Int, _ deadline: Timestamp
  ) throws -> BatchOutcome

  private func run(
    for types: [DocumentTypeID], _ organization: Organization,
    in transaction: any StoreTransaction, _ advance: Advance
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome()
    let handling = MessageHandling(
      parts: parts, organization: organization, transaction: transaction,
      faults: try FaultRegister(transaction))
    let began = parts.clock.now()
    let deadline = began.advanced(by: limits.time)
    for type in types {
      var hasMore = true
      while hasMore, !isOver(outcome, deadline) {
        let heads = try transaction.runnableInstances(
          of: type, at: began, limit: Self.window, skipsTimers: holdsTimers)
        let before = outcome.handled.count
        for head in heads where !isOver(outcome, deadline) {
          outcome.add(
            try advance(head, handling, limits.messages - outcome.handled.count, deadline))
        }
        // A window in which nothing could be handled would only come again.
        hasMore = heads.count == Self.window && outcome.handled.count > before
      }
    }
    try handling.faults.save(to: transaction)
    return outcome
  }

  /// Whether a bound is reached. At least one message is handled, however late it is.
  private func isOver(_ outcome: BatchOutcome, _ deadline: Timestamp) -> Bool {
    outcome.handled.count >= limits.messages
      || (!outcome.handled.isEmpty && parts.clock.now() >= deadline)
  }

  /// Works on one instance in a savepoint of its own.
  ///
  /// When saving it fails for a reason that lies in it, it is tried with its first message alone,
  /// which takes the blame if that fails as well; an instance that cannot even be restored is
  /// stopped. The others of the batch go on.
  private func advanceAlone(
    _ head: RunnableInstance, _ handling: MessageHandling, _ room: Int, until deadline: Timestamp
  ) throws -> BatchOutcome {
    let transaction = handling.transaction
    var reason: (any Error)?
    for room in [room, 1] {
      do {
        return try transaction.savepoint { try advance(head, handling, room, until: deadline) }
      } catch let error as StoreError where error.isEnvironmental {
        throw error
      } catch {
        reason = error
      }
    }
    guard let reason else { return BatchOutcome() }
    do {
      return try transaction.savepoint { try blame(head, reason, handling) }
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      try transaction.savepoint { try quarantine(head, reason, handling) }
      return BatchOutcome()
    }
  }

  private func advance(
    _ head: RunnableInstance, _ handling: MessageHandling, _ room: Int, until deadline: Timestamp
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome()
    guard
      var work = try InstanceWork(
        restoring: head.instance, holdsTimers: holdsTimers, from: handling.transaction)
    else { return outcome }
    while outcome.handled.count < room, let next = work.takeNext(at: parts.clock.now()) {
      outcome.handled.append(try handling.handle(next, in: &work))
      if parts.clock.now() >= deadline { break }
    }
    outcome.outsideCalls = work.outsideCalls
    try work.save(telling: handling.telling, at: parts.clock.now())
    return outcome
  }

  /// Counts a failed attempt of the instance's first message.
  private func blame(
    _ head: RunnableInstance, _ reason: any Error, _ handling: MessageHandling
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome()
    guard
      var work = try InstanceWork(
        restoring: head.instance, holdsTimers: holdsTimers, from: handling.transaction),
      let first = work.takeNext(at: parts.clock.now())
    else { return outcome }
    outcome.handled.append(handling.fail(first, with: reason, in: &work))
    try work.save(telling: handling.telling, at: parts.clock.now())
    return outcome
  }

  /// Stops an instance that cannot be restored, without reading more of it than its row.
  private func quarantine(
    _ head: RunnableInstance, _ reason: any Error, _ handling: MessageHandling
  ) throws {
    let transaction = handling.transaction
    try transaction.setHeld(true, instance: head.instance, except: nil)
    guard var instance = try transaction.instance(head.instance) else { return }
    instance.status = .stopped
    instance.error = "\(reason)"
    instance.heldBy = head.sequence
    try transaction.update(instance)
    var chain = HistoryChain(document: instance.document, instance: instance.id)
    let entry = HistoryEntry(
      .stopped, at: parts.clock.now(), detail: "\(reason)", message: head.sequence)
    try chain.append(entry, to: transaction, random: parts.random)
    try handling.telling.tell(of: entry, on: instance)
  }
}
