// Returning the document or asking for a change, and what a resubmission restarts (SPEC 6).

import Workflow

extension Turn {
  /// Opens the item of the person who has to change the document; the instance stays alive.
  mutating func sendBack(_ path: ElementPath, outcome: ElementOutcome) throws(RuntimeError) {
    let element = try current(path)
    let answer = element.rounds.last?.answers.last
    let asksChange = outcome == .changeRequested
    let person = try receiver(asksChange ? answer?.addressee ?? state.originator : state.originator)
    update(path) { $0.phase = .sentBack }
    let sender = try answer.map { answer throws(RuntimeError) in try name(of: answer.onBehalfOf) }
    let called = try name(of: person)
    open(
      .init(
        kind: asksChange ? .changeRequested : .return, element: path, pass: element.pass,
        step: element.rounds.last?.step,
        subject: (asksChange ? "Change requested by " : "Returned by ") + (sender ?? "the system"),
        instructions: answer?.comment, assignee: person, candidates: [], allowed: []))
    setDocument(
      asksChange ? .changeRequested : .rejected,
      waitingFor: asksChange ? "a change by \(called)" : "\(called) to resubmit",
      editableBy: person)
    record(.workItemsCreated, element: path, detail: "\(person)")
    post(.workItemsCreated, Payload(element: path, pass: element.pass, outcome: outcome))
  }

  private func name(of id: PersonID) throws(RuntimeError) -> String {
    try ask { try $0.person(id)?.name } ?? id.rawValue
  }

  /// Who gets a document that is meant for this person: the first active one upwards, for what
  /// comes back to somebody who is disabled goes to their manager (SPEC 5).
  mutating func receiver(_ person: PersonID) throws(RuntimeError) -> PersonID {
    var seen: Set<PersonID> = []
    var next: PersonID? = person
    while let id = next, seen.insert(id).inserted {
      let found = try ask { try $0.person(id) }
      if found?.isActive(on: lookup.today) == true { return id }
      record(.personPassedOver, element: message.payload.element, detail: "\(id): disabled")
      next = found?.manager
    }
    return person
  }

  /// The document was resubmitted: the element that sent it back starts again.
  mutating func resubmitted(_ path: ElementPath, _ answer: Answer) throws(RuntimeError) {
    guard try current(path).phase == .sentBack else {
      // An administrator passed the element meanwhile.
      return discard(answer, path, because: "the element does not wait for it any more")
    }
    record(
      .resubmitted, element: path, actor: answer.actor, onBehalfOf: answer.onBehalfOf,
      comment: answer.comment, at: answer.givenAt)
    start(path)
  }

  /// An answer that came too late: recorded, without effect.
  mutating func discard(_ answer: Answer, _ path: ElementPath, because reason: String) {
    record(
      .answerDiscarded, element: path, step: message.payload.step, actor: answer.actor,
      onBehalfOf: answer.onBehalfOf, comment: answer.comment, detail: reason, at: answer.givenAt)
  }
}
