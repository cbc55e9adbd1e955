// What becomes of a message that fails (SPEC 9).

import Workflow
import WorkflowRuntime

extension MessageHandling {
  /// Keeps a message that failed in the queue, with its error and one more attempt; after the
  /// last try the instance is stopped.
  func fail(
    _ queued: InstanceWork.QueuedMessage, with error: any Error, in work: inout InstanceWork
  ) -> Message {
    let now = parts.clock.now()
    var message = queued.message
    let retry = parts.types[message.documentType]?.retry ?? RetrySchedule()
    message.error = "\(error)"
    if let failure = error as? HandlerFailure,
      faults.failed(failure.handler, message.instance, at: now)
    {
      return hold(message, of: queued, failure.handler, in: &work)
    }
    message.attempts += 1
    let isUnrecoverable = error is UnrecoverableInstance
    let isLast = isUnrecoverable || message.attempts >= retry.tries
    message.state = isLast ? .stopped : .waiting
    message.retryAt =
      isLast ? nil : now.advanced(by: retry.delay(afterAttempt: message.attempts))
    work.history.append(
      entry(.fault, message, at: now, detail: "\(error) (attempt \(message.attempts))"))
    if isLast { stop(&work, message, isUnrecoverable ? .unrecoverable : .stopped, at: now) }
    work.instance.heldBy = message.sequence
    var put = queued
    put.message = message
    work.done.append(put)
    return message
  }

  /// One that was let through while its handler fails for many waits on with them.
  private func hold(
    _ message: Message, of queued: InstanceWork.QueuedMessage, _ handler: String,
    in work: inout InstanceWork
  ) -> Message {
    let now = parts.clock.now()
    var put = queued
    put.message = message
    put.message.state = .waiting
    put.message.retryAt = faults.retryTime(of: handler) ?? now
    work.history.append(
      entry(.fault, message, at: now, detail: "\(message.error ?? "") (no attempt: one fault)"))
    work.instance.heldBy = message.sequence
    work.done.append(put)
    return put.message
  }

  private func stop(
    _ work: inout InstanceWork, _ message: Message, _ status: InstanceStatus, at now: Timestamp
  ) {
    work.instance.status = status
    work.instance.error = message.error
    if status == .unrecoverable {
      // Nobody can do anything with its items any more. What cannot be read stays open.
      try? close(.init(.instance, as: .canceled), in: &work)
    }
    work.history.append(
      entry(
        status == .stopped ? .stopped : .unrecoverable, message, at: now, detail: message.error))
    let owner = try? parts.sources.definition(
      of: work.instance.workflow, version: work.instance.version, transaction
    ).owner
    let told = ([owner].compactMap { $0 } + organization.administrators).uniqued()
    work.history.append(
      entry(.told, message, at: now, detail: told.map(\.description).joined(separator: ", ")))
  }

  private func entry(
    _ event: HistoryEvent, _ message: Message, at now: Timestamp, detail: String?
  ) -> HistoryEntry {
    HistoryEntry(
      event, at: now, element: message.payload.element, step: message.payload.step,
      detail: detail, message: message.sequence)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, each where it stood first.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
