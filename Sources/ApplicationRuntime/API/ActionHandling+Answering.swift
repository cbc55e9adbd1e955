// Answers to work items.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func answer(_ target: Target) throws -> ActionResult {
    var item = try itemToAnswer(target)
    guard let instance = target.permissions.instance(of: item) else {
      throw EngineError(.notAllowed, "\(target.document.id): it is not submitted")
    }
    if let revision = request.revision, revision != target.document.revision {
      throw EngineError(
        .conflict,
        "\(target.document.id) was changed meanwhile: revision \(target.document.revision)")
    }
    guard request.undoWindow <= ActionRequest.longestUndoWindow else {
      throw EngineError(
        .usage,
        "an answer can be taken back for \(ActionRequest.longestUndoWindow.words) at most: "
          + "the window of \(request.undoWindow.words) is too long")
    }
    let (outcome, choice) = try chosenOutcome(of: item)
    try checkAddressee()
    let takesEffectAt = request.undoWindow > .zero ? now.advanced(by: request.undoWindow) : nil
    let askedPerson = item.personActedFor(by: actor.person)
    let answer = Answer(
      item: item.id, outcome: outcome, choice: choice, actor: actor, onBehalfOf: askedPerson,
      comment: request.comment.flatMap { $0.isBlank ? nil : $0 }, addressee: request.addressee,
      givenAt: now, revision: target.document.revision,
      content: try contentHash(of: target.document, for: instance), takesEffectAt: takesEffectAt)
    // Completing accepts: the item leaves the others' inboxes for good.
    item.assignee = actor.person
    item.onBehalfOf = askedPerson == actor.person ? nil : askedPerson
    item.status = .answered
    item.closedAt = now
    item.answer = answer
    try transaction.update(item)
    try post(
      .workItemAnswered,
      Payload(element: item.element, pass: item.pass, step: item.step, answer: answer),
      to: instance, dueAt: takesEffectAt)
    let words =
      choice.flatMap { name in item.outcomes.first { $0.name == name } }
      .map { "Chose “\($0.title)” for" } ?? outcome.pastTense
    let acting = askedPerson == actor.person ? "" : ", for \(name(of: askedPerson))"
    return result(target.document, items: [item.id], "\(words) \(target.document.id)\(acting).")
  }

  /// The hash of what matters, as the person sees it: of the line where it is about one.
  func contentHash(of document: StoredDocument, for instance: StoredInstance) throws -> String {
    let type = try parts.type(document.type)
    return try DocumentContent(
      stored: document, schema: type.schema, currency: organization.currency
    ).hash(ofWhatMattersIn: type.schema, line: instance.line)
  }

  /// The item that is answered: the named one, or the person's one open item on the document.
  func itemToAnswer(_ target: Target) throws -> WorkItem {
    if let item = target.item {
      guard item.status.isOpen else { throw closed(item, target.permissions) }
      if let reason = target.permissions.reason(against: request.action, on: item) {
        throw EngineError(.notAllowed, "\(item.id): \(reason)")
      }
      return item
    }
    let mine = target.permissions.mine
    guard mine.count < 2 else {
      throw EngineError(
        .badData, "you have several work items on \(target.document.id): name one",
        details: mine.map(words))
    }
    try require(target)
    guard let item = mine.first else {
      throw EngineError(.notAllowed, "\(target.document.id): you are not assigned to it")
    }
    return item
  }

  /// "W-000031 Approve the trip, for Frank Berg".
  func words(for item: WorkItem) -> String {
    "\(item.id) \(item.subject)" + (item.line.map { ", line \($0)" } ?? "")
      + (item.onBehalfOf.map { ", for \(name(of: $0))" } ?? "")
  }

  /// The error for an item that is closed: who closed it, and how.
  ///
  /// - Parameter permissions: those of the target, where it may be answered but not yet effective.
  func closed(_ item: WorkItem, _ permissions: Permissions? = nil) -> EngineError {
    if let answered = permissions?.answeredMeanwhile(where: { $0.id == item.id }) {
      return EngineError(.alreadyClosed, "\(item.id) is closed: \(answered)")
    }
    let how: String
    if let answer = item.answer {
      let by = answer.isAutomatic ? "the system" : name(of: answer.actor.person)
      how = "\(answer.outcome.pastTense.lowercased()) by \(by)"
    } else {
      how =
        switch item.status {
        case .notNeeded: "not needed any more: \(decision(before: item))"
        case .escalated: "escalated: \(item.assignee.map(name) ?? "nobody") was overdue"
        case .delegated: "delegated by \(item.assignee.map(name) ?? "its owner")"
        case .reassigned: "reassigned by an administrator"
        default: item.status.rawValue
        }
    }
    return EngineError(.alreadyClosed, "\(item.id) is closed: \(how)")
  }

  /// Who decided the step of an item that is not needed any more.
  private func decision(before item: WorkItem) -> String {
    let instance = try? transaction.instance(item.instance)
    return instance.flatMap {
      DecidedStep(instance: $0, organization: organization).sentence(before: item)
    } ?? "its step was decided"
  }

  /// What the answer does; a named outcome says it itself.
  private func chosenOutcome(
    of item: WorkItem
  ) throws -> (outcome: Answer.Outcome, choice: String?) {
    if let outcome = request.action.answer { return (outcome, nil) }
    guard let name = request.choice, !name.isBlank else {
      throw EngineError(
        .usage, "choose needs an outcome: \(item.outcomes.map(\.name).joined(separator: ", "))")
    }
    guard let outcome = item.outcomes.first(where: { $0.name == Word(name).hyphenated }) else {
      throw EngineError(
        .badData,
        "\(item.id) has no outcome “\(name)”"
          + Nearest.hint(to: name, among: item.outcomes.map(\.name)))
    }
    let answer = Answer.Outcome(outcome.answer)
    if answer == .reject || answer == .requestChange, request.comment?.isBlank ?? true {
      throw EngineError(.usage, "“\(outcome.title)” sends the document back: it needs a comment")
    }
    return (answer, outcome.name)
  }

  private func checkAddressee() throws {
    guard let addressee = request.addressee else { return }
    guard request.action == .requestChange else {
      throw EngineError(.usage, "only a change can be requested of somebody")
    }
    guard try knownPerson(addressee).isActive(on: parts.today(in: organization)) else {
      throw EngineError(.badData, "\(name(of: addressee)) is disabled")
    }
  }

  /// The person; an unknown one is refused with the nearest that there is.
  func knownPerson(_ id: PersonID) throws -> Person {
    guard let person = organization.person(id) else {
      throw EngineError(
        .notFound,
        "“\(id)” is nobody in this organisation"
          + Nearest.hint(to: id.rawValue, among: organization.people.map(\.id.rawValue)))
    }
    return person
  }
}

extension Answer.Outcome {
  init(_ kind: AnswerKind) {
    self =
      switch kind {
      case .approve: .approve
      case .complete: .complete
      case .reject: .reject
      case .requestChange: .requestChange
      case .deny: .deny
      }
  }

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
