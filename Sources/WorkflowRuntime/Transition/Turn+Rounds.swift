// Asking people and counting what they answer: shared by the kinds that have work items.

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

  /// Work items were opened: the document is in review, and the event is posted.
  mutating func peopleAsked(
    _ people: [PersonID], element: ElementPath, step: String?, pass: Int
  ) {
    setDocument(.inReview, waitingFor: step.map { "\($0) step" } ?? element.name)
    record(
      .workItemsCreated, element: element, step: step,
      detail: people.map(\.description).joined(separator: ", "))
    post(.workItemsCreated, Payload(element: element, pass: pass, step: step))
  }

  /// Adds an answer to the current round.
  ///
  /// - Returns: nil when the round was decided before it: it is recorded and changes nothing.
  ///   Otherwise how the answer sends the document back or denies it, or nil inside when it is
  ///   one forward.
  mutating func count(_ answer: Answer, _ path: ElementPath) throws(RuntimeError)
    -> ElementOutcome??
  {
    let element = try current(path)
    let event = answer.outcome.event
    guard element.phase == .working, let round = element.rounds.last, !round.isDecided,
      round.step == message.payload.step
    else {
      record(
        .answerDiscarded, element: path, step: message.payload.step, actor: answer.actor,
        onBehalfOf: answer.onBehalfOf, comment: answer.comment,
        detail: "the step was decided before", at: answer.givenAt)
      return nil
    }
    update(path) { $0.rounds[$0.rounds.count - 1].answers.append(answer) }
    record(
      event, element: path, step: round.step, actor: answer.actor,
      onBehalfOf: answer.onBehalfOf, comment: answer.comment,
      detail: "revision \(answer.revision)", at: answer.givenAt)
    return .some(answer.outcome.endsElement)
  }

  mutating func decideRound(of path: ElementPath) {
    update(path) { $0.rounds[$0.rounds.count - 1].isDecided = true }
  }

  /// A step with answers that are not enough yet goes on waiting.
  mutating func stillWaiting(_ path: ElementPath, _ round: Round) {
    setDocument(
      .inReview,
      waitingFor: "\(round.step ?? path.name) step, \(round.answers.count) of \(round.people.count)"
    )
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

extension AllowedAction {
  /// What may be done with an item of an element: its `allow:` list, or all that fits its kind.
  /// Whether the document's type has denying at all is for the application runtime to say.
  static func allowed(for kind: WorkItem.Kind, by list: Set<AllowedAction>?) -> [AllowedAction] {
    let chosen =
      list
      ?? (kind == .task
        ? [.complete, .reject, .requestChange] : [.approve, .reject, .requestChange, .deny])
    return AllowedAction.allCases.filter(chosen.contains)
  }
}
