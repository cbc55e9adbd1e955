// Counting what people answer: shared by the kinds that have work items.

import Workflow

extension Turn {
  /// Takes the system's action at once when its condition holds; no work item is made then.
  mutating func takesAutomaticAction(
    _ action: AutomaticAction?, _ element: Element
  ) throws(RuntimeError) -> Bool {
    guard let action, try holds(action.when, element: element.path) else { return false }
    record(.automaticAction, element: element.path, detail: action.answer.rawValue)
    end(element.path, action.answer.outcome)
    return true
  }

  /// Adds an answer to the current round.
  ///
  /// - Returns: the round with it; nil when it comes too late: it is recorded and changes nothing.
  mutating func count(_ answer: Answer, _ path: ElementPath) throws(RuntimeError) -> Round? {
    let element = try started(path)
    guard isOfCurrentPass(element), element.phase == .working, let round = element.rounds.last,
      !round.isDecided, round.step == message.payload.step, round.waits(for: answer)
    else {
      discard(answer, of: path, why: "the step was decided before")
      return nil
    }
    update(path) { $0.rounds[$0.rounds.count - 1].answers.append(answer) }
    let choice = answer.choice.map { "\($0), " } ?? ""
    record(
      answer.outcome.event, element: path, step: round.step,
      actor: answer.isAutomatic ? nil : answer.actor, onBehalfOf: answer.onBehalfOf,
      comment: answer.comment, detail: "\(choice)revision \(answer.revision)", at: answer.givenAt)
    removeTimers(of: path, person: answer.onBehalfOf)
    return state.elements[path]?.rounds.last
  }

  /// Closes the round: what is still open in it is not needed any more.
  mutating func decideRound(of path: ElementPath) {
    removeRoundTimers(of: path)
    closeItems(.element(path), as: .notNeeded)
    update(path) { $0.decideRound() }
  }

  /// Who must approve as well, because the originator was among those who did (SPEC 6); nil when
  /// nobody must, or has already. The history says why.
  mutating func finalApprover(
    _ approver: FinalApprover?, after rounds: [Round], of place: Place
  ) throws(RuntimeError) -> PersonID? {
    let people = rounds.approvers
    guard let approver, people.contains(state.originator) else { return nil }
    let candidates = [approver.user] + (approver.otherwise.map { [$0] } ?? [])
    for person in candidates where person != state.originator {
      if people.contains(person) { return nil }
      if let reason = try whyPassedOver(person) {
        passOver(person, reason, at: place)
        continue
      }
      record(
        .assigned, element: place.element, step: place.step,
        detail: "final approver: the originator \(state.originator) was among those who approved")
      return person
    }
    throw RuntimeError(
      .nobodyAssigned,
      "“\(place.element)”: the originator \(state.originator) was among those who approved, and "
        + "nobody is there to approve finally; mend the organisation or name another "
        + "`final-approver`, then resume")
  }
}

extension Round {
  /// Whether an answer is one of those that are waited for: in a step, of somebody asked who has
  /// not answered yet.
  fileprivate func waits(for answer: Answer) -> Bool {
    guard step != nil || isFinal else { return true }
    return people.contains(answer.onBehalfOf)
      && !answers.contains { $0.onBehalfOf == answer.onBehalfOf }
  }

  /// The answers that go forward.
  var approvals: [Answer] { answers.filter { $0.outcome.endsElement == nil } }
}

extension [Round] {
  /// Everybody who approved, who acted for them, and for whom they acted.
  var approvers: Set<PersonID> {
    Set(flatMap(\.approvals).flatMap { [$0.actor.person, $0.onBehalfOf] })
  }
}

extension AnswerKind {
  /// How an element ends when the system takes this action.
  var outcome: ElementOutcome {
    switch self {
    case .approve, .complete: .completed
    case .reject: .returned
    case .requestChange: .changeRequested
    case .deny: .denied
    }
  }
}

extension Answer.Outcome {
  var event: HistoryEvent {
    switch self {
    case .approve: .approved
    case .complete: .completed
    case .reject: .rejected
    case .requestChange: .changeRequested
    case .deny: .denied
    case .resubmit: .resubmitted
    }
  }

  /// How it ends the element at once; nil for one that goes forward.
  var endsElement: ElementOutcome? {
    switch self {
    case .approve, .complete, .resubmit: nil
    case .reject: .returned
    case .requestChange: .changeRequested
    case .deny: .denied
    }
  }
}
