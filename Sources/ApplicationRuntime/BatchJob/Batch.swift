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

  func run(
    for types: [DocumentTypeID], in transaction: any StoreTransaction
  ) throws -> BatchOutcome {
    var outcome = BatchOutcome()
    let organization = try parts.sources.organization(transaction)
    let began = parts.clock.now()
    let deadline = began.advanced(by: limits.time)
    for type in types {
      let due = try transaction.runnableInstances(
        of: type, at: began, limit: limits.messages - outcome.handled.count)
      for head in due {
        guard outcome.handled.count < limits.messages, parts.clock.now() < deadline else {
          outcome.hasMore = true
          return outcome
        }
        try work(
          on: head.instance, organization, until: deadline, in: transaction, &outcome)
      }
      if outcome.handled.count >= limits.messages { outcome.hasMore = true }
      guard !outcome.hasMore else { break }
    }
    return outcome
  }

  /// Works on one instance in a savepoint of its own. When saving it fails for a reason that
  /// lies in it, its first message takes the blame and the others of the batch go on.
  private func work(
    on id: InstanceID, _ organization: Organization, until deadline: Timestamp,
    in transaction: any StoreTransaction, _ outcome: inout BatchOutcome
  ) throws {
    let count = outcome.handled.count
    let calls = outcome.outsideCalls.count
    do {
      try transaction.savepoint {
        guard
          var work = try InstanceWork(
            restoring: id, at: parts.clock.now(), from: transaction)
        else { return }
        let handling = handling(organization, transaction)
        while outcome.handled.count < limits.messages,
          let next = work.takeNext(at: parts.clock.now())
        {
          outcome.handled.append(try handling.handle(next, in: &work))
          if parts.clock.now() >= deadline { break }
        }
        if !work.queue.isEmpty { outcome.hasMore = true }
        outcome.outsideCalls.append(contentsOf: work.outsideCalls)
        try work.save(to: transaction, random: parts.random, at: parts.clock.now())
      }
    } catch let error as StoreError where error.isEnvironmental {
      throw error
    } catch {
      outcome.handled.removeSubrange(count...)
      outcome.outsideCalls.removeSubrange(calls...)
      try transaction.savepoint {
        guard
          var work = try InstanceWork(
            restoring: id, at: parts.clock.now(), from: transaction),
          let first = work.takeNext(at: parts.clock.now())
        else { return }
        let handling = handling(organization, transaction)
        outcome.handled.append(handling.fail(first, with: error, in: &work))
        try work.save(to: transaction, random: parts.random, at: parts.clock.now())
      }
    }
  }

  private func handling(
    _ organization: Organization, _ transaction: any StoreTransaction
  ) -> MessageHandling {
    MessageHandling(
      parts: parts, organization: organization, transaction: transaction, faults: faults)
  }
}
