// Returning the document or asking for a change, and what a resubmission restarts (SPEC 6).

import Workflow

extension Turn {
  /// Opens the item of the person who has to change the document; the instance stays alive.
  mutating func sendBack(_ path: ElementPath, outcome: ElementOutcome) throws(RuntimeError) {
    let element = try current(path)
    let answer = element.rounds.last?.answers.last
    let asksChange = outcome == .changeRequested
    let person = asksChange ? answer?.addressee ?? state.originator : state.originator
    update(path) { $0.phase = .sentBack }
    let sender = answer.map { "\($0.onBehalfOf)" } ?? "the system"
    open(
      .init(
        kind: asksChange ? .changeRequested : .return, element: path, pass: element.pass,
        step: element.rounds.last?.step,
        subject: asksChange ? "Change requested by \(sender)" : "Returned by \(sender)",
        instructions: answer?.comment, assignee: person, candidates: [], allowed: []))
    setDocument(
      asksChange ? .changeRequested : .rejected,
      waitingFor: asksChange ? "a change by \(person)" : "\(person) to resubmit",
      editableBy: person)
    record(.workItemsCreated, element: path, detail: "\(person)")
    post(.workItemsCreated, Payload(element: path, pass: element.pass))
  }

  /// The document was resubmitted: the element that sent it back starts again.
  mutating func resubmitted(_ path: ElementPath, _ answer: Answer) throws(RuntimeError) {
    guard try current(path).phase == .sentBack else {
      throw RuntimeError(.unexpectedMessage, "“\(path)” does not wait for a resubmission")
    }
    record(
      .resubmitted, element: path, actor: answer.actor, onBehalfOf: answer.onBehalfOf,
      comment: answer.comment, at: answer.givenAt)
    start(path)
  }
}
