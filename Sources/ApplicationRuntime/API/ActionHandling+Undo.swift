// Taking an answer back within its window (SPEC 7).

import Workflow
import WorkflowRuntime

extension ActionHandling {
  /// Takes the actor's answer back while its message waits for the end of its window.
  func takeBack(_ target: Target) throws -> ActionResult {
    let running = target.permissions.instances
    guard !running.isEmpty || target.item != nil else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    guard let (instance, found) = try heldAnswer(target, in: running),
      let answer = found.payload.answer,
      var item = try answer.item.flatMap({ try transaction.workItem($0) })
    else { throw EngineError(.alreadyClosed, try whyNotTakenBack(target)) }
    if let decision = DecidedStep(instance: instance, organization: organization)
      .sentence(before: item)
    {
      throw EngineError(.alreadyClosed, "\(item.id): \(decision)")
    }
    var message = found
    message.discard(reason: "taken back by \(actor.person)", at: now)
    try transaction.update(message)
    let isOffered = item.candidates.count > 1 || item.queue != nil
    item.status = isOffered ? .accepted : .open
    item.closedAt = nil
    item.answer = nil
    try transaction.update(item)
    try fireLimits(of: item, instance)
    try record(
      HistoryEntry(
        .takenBack, at: now, actor: actor, onBehalfOf: item.onBehalfOf, element: item.element,
        step: item.step, detail: answer.outcome.rawValue),
      of: instance.id, on: target.document)
    return result(
      target.document, items: [item.id], "Took back what you answered to \(target.document.id).")
  }

  private func heldAnswer(
    _ target: Target, in running: [StoredInstance]
  ) throws -> (StoredInstance, Message)? {
    for instance in running where target.item.map({ $0.instance == instance.id }) ?? true {
      let held = try transaction.pendingMessages(
        of: instance.id, types: [.workItemAnswered]
      ).last { message in
        guard let answer = message.payload.answer, message.canBeTakenBack(at: now) else {
          return false
        }
        return answer.actor.person == actor.person
          && (target.item == nil || target.item?.id == answer.item)
      }
      if let held { return (instance, held) }
    }
    return nil
  }

  /// Limits that were reached inside the window waited for its end; now they fire at once.
  private func fireLimits(of item: WorkItem, _ instance: StoredInstance) throws {
    let timers = try transaction.pendingMessages(of: instance.id, types: [.timerDue])
    for var message in timers where message.payload.element == item.element {
      guard message.dueAt <= now, message.state != .stopped, message.state != .running,
        message.retryAt != nil
      else {
        continue
      }
      message.retryAt = nil
      message.state = .ready
      try transaction.update(message)
    }
  }

  private func whyNotTakenBack(_ target: Target) throws -> String {
    guard let item = target.item else {
      return "\(target.document.id): no answer of yours can be taken back any more"
    }
    guard item.answer?.actor.person == actor.person else {
      return item.status.isOpen ? "\(item.id) is not answered" : closed(item).message
    }
    if let instance = target.permissions.instance(of: item),
      let answer = try counted(item, in: instance)
    {
      return answer
    }
    return "\(item.id): your answer has taken effect already"
  }

  /// Who decided the step, where the answer of this item came too late to count.
  private func counted(_ item: WorkItem, in instance: StoredInstance) throws -> String? {
    guard let stored = instance.state, let json = try? JSON(parsing: stored),
      let element = (try? InstanceState(stored: json))?.elements[item.element],
      element.pass == item.pass
    else { return nil }
    let answers = element.rounds.filter { $0.step == item.step }.flatMap(\.answers)
    guard !answers.contains(where: { $0.item == item.id }), let last = answers.last else {
      return nil
    }
    return "\(item.id): \(name(of: last.actor.person)) decided the step first: "
      + last.outcome.pastTense.lowercased()
  }
}
