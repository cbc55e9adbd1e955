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
  let faults: FaultRegister
  /// Whether limits and reminders wait, because the clock leapt.
  var holdsTimers = false

  /// So many instances are looked up at a time: more than 10 ms of work, and quick to read.
  private static let window = 64

  func run(
    for types: [DocumentTypeID], in transaction: any StoreTransaction
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome()
    let organization = try parts.sources.organization(transaction)
    let began = parts.clock.now()
    let deadline = began.advanced(by: limits.time)
    for type in types {
      var hasMore = true
      while hasMore, !isOver(outcome, deadline) {
        let heads = try transaction.runnableInstances(
          of: type, at: began, limit: Self.window, skipsTimers: holdsTimers)
        let before = outcome.handled.count
        for head in heads where !isOver(outcome, deadline) {
          try work(on: head, organization, until: deadline, in: transaction, &outcome)
        }
        // A window in which nothing could be handled would only come again.
        hasMore = heads.count == Self.window && outcome.handled.count > before
      }
    }
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
  private func work(
    on head: RunnableInstance, _ organization: Organization, until deadline: Timestamp,
    in transaction: any StoreTransaction, _ outcome: inout BatchOutcome
  ) throws {
    let handling = MessageHandling(
      parts: parts, organization: organization, transaction: transaction, faults: faults)
    var reason: (any Error)?
    for room in [limits.messages - outcome.handled.count, 1] {
      do {
        outcome.add(
          try transaction.savepoint {
            try advance(head, handling, room: room, until: deadline)
          })
        return
      } catch let error as StoreError where error.isEnvironmental {
        throw error
      } catch {
        reason = error
      }
    }
    guard let reason else { return }
    do {
      outcome.add(try transaction.savepoint { try blame(head, reason, handling) })
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      try transaction.savepoint { try quarantine(head, reason, transaction) }
    }
  }

  private func advance(
    _ head: RunnableInstance, _ handling: MessageHandling, room: Int, until deadline: Timestamp
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
    try work.save(to: handling.transaction, parts: parts, at: parts.clock.now())
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
    try work.save(to: handling.transaction, parts: parts, at: parts.clock.now())
    return outcome
  }

  /// Stops an instance that cannot be restored, without reading more of it than its row.
  private func quarantine(
    _ head: RunnableInstance, _ reason: any Error, _ transaction: any StoreTransaction
  ) throws {
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
    try Telling(parts: parts, transaction: transaction).tell(of: entry, on: instance)
  }
}
