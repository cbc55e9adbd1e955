// Answers to work items, and taking one back within its window.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func answer(_ target: Target) throws -> ActionResult {
    guard let outcome = request.action.answer else {
      throw EngineError(.usage, "\(request.action.rawValue) is no answer")
    }
    var item = try itemToAnswer(target)
    guard let instance = target.permissions.instance else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    if let revision = request.revision, revision != target.document.revision {
      throw EngineError(
        .conflict,
        "\(target.document.id) was changed meanwhile: revision \(target.document.revision)")
    }
    try checkAddressee()
    let takesEffectAt = request.undoWindow > .zero ? now.advanced(by: request.undoWindow) : nil
    let answer = Answer(
      item: item.id, outcome: outcome, actor: actor, onBehalfOf: actor.person,
      comment: request.comment.flatMap { $0.isBlank ? nil : $0 }, addressee: request.addressee,
      givenAt: now, revision: target.document.revision, takesEffectAt: takesEffectAt)
    // Completing accepts: the item leaves the others' inboxes for good.
    item.assignee = actor.person
    item.status = .answered
    item.closedAt = now
    item.answer = answer
    try transaction.update(item)
    try post(
      .workItemAnswered,
      Payload(element: item.element, pass: item.pass, step: item.step, answer: answer),
      to: instance, dueAt: takesEffectAt)
    return result(
      target.document, items: [item.id], "\(outcome.pastTense) \(target.document.id).")
  }

  /// The item that is answered: the named one, or the person's one open item on the document.
  func itemToAnswer(_ target: Target) throws -> WorkItem {
    if let item = target.item {
      guard item.status.isOpen else { throw closed(item) }
      if let reason = target.permissions.reason(against: request.action, on: item) {
        throw EngineError(.notAllowed, "\(item.id): \(reason)")
      }
      return item
    }
    let mine = target.permissions.mine
    guard mine.count < 2 else {
      throw EngineError(
        .badData, "you have several work items on \(target.document.id): name one",
        details: mine.map { "\($0.id) \($0.subject)" })
    }
    try require(target)
    guard let item = mine.first else {
      throw EngineError(.notAllowed, "\(target.document.id): you are not assigned to it")
    }
    return item
  }

  /// The error for an item that is closed: who closed it, and how.
  func closed(_ item: WorkItem) -> EngineError {
    let how =
      item.answer.map { "\($0.outcome.pastTense.lowercased()) by \(name(of: $0.actor.person))" }
      ?? (item.status == .notNeeded
        ? "not needed any more: its step was decided" : item.status.rawValue)
    return EngineError(.alreadyClosed, "\(item.id) is closed: \(how)")
  }

  private func checkAddressee() throws {
    guard let addressee = request.addressee else { return }
    guard request.action == .requestChange else {
      throw EngineError(.usage, "only a change can be requested of somebody")
    }
    guard let person = organization.person(addressee) else {
      throw EngineError(.notFound, "“\(addressee)” is nobody in this organisation")
    }
    guard person.isActive(on: parts.today(in: organization)) else {
      throw EngineError(.badData, "\(person.name) is disabled")
    }
  }

  /// Takes the actor's answer back while its message waits for the end of its window.
  func takeBack(_ target: Target) throws -> ActionResult {
    guard let instance = target.permissions.instance else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    let held = try transaction.pendingMessages(
      of: instance.id, dueBy: .distantFuture, limit: 1_000
    ).last { message in
      guard let answer = message.payload.answer, message.canBeTakenBack(at: now) else {
        return false
      }
      return answer.actor.person == actor.person
        && (target.item == nil || target.item?.id == answer.item)
    }
    guard var message = held, let answer = message.payload.answer,
      var item = try answer.item.flatMap({ try transaction.workItem($0) })
    else { throw EngineError(.alreadyClosed, try whyNotTakenBack(target)) }
    message.discard(reason: "taken back by \(actor.person)", at: now)
    try transaction.update(message)
    item.status = item.candidates.count > 1 ? .accepted : .open
    item.closedAt = nil
    item.answer = nil
    try transaction.update(item)
    try record(
      HistoryEntry(
        .takenBack, at: now, actor: actor, element: item.element, step: item.step,
        detail: answer.outcome.rawValue),
      on: target.document)
    return result(
      target.document, items: [item.id], "Took back what you answered to \(target.document.id).")
  }

  private func whyNotTakenBack(_ target: Target) throws -> String {
    guard let item = target.item else {
      return "\(target.document.id): no answer of yours can be taken back any more"
    }
    guard item.answer?.actor.person == actor.person else {
      return closed(item).message
    }
    return "\(item.id): your answer has taken effect already"
  }

  func name(of id: PersonID) -> String { organization.person(id)?.name ?? id.rawValue }
}

extension Answer.Outcome {
  /// "Approved".
  public var pastTense: String {
    switch self {
    case .complete: "Completed"
    case .approve: "Approved"
    case .reject: "Rejected"
    case .requestChange: "Requested a change of"
    case .deny: "Denied"
    case .resubmit: "Resubmitted"
    }
  }
}
