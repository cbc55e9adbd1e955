// Whose turn it is when somebody is overdue, and what the system answers in the end (SPEC 8).

import Workflow

extension Turn {
  /// Closes the item of somebody who is overdue as escalated, and opens one for the person of an
  /// entry of the path, who acts for them; the entry's limit begins now, however late it is.
  ///
  /// - Parameter person: for whom the item was; nil for one that was offered to several.
  mutating func escalate(
    for person: PersonID?, entry index: Int, _ path: ElementPath, _ deadline: Deadline
  ) throws(RuntimeError) {
    guard let round = state.elements[path]?.rounds.last else { return }
    let entry = deadline.escalation[index]
    closeOverdueItem(of: person, path)
    let found = try resolve(entry.assignment, element: path, step: round.step)
    guard let receiver = found.first, found.count == 1 else {
      throw RuntimeError(
        .nobodyAssigned,
        "\(place(path, round.step)): entry \(index + 1) of the escalation must give one person, "
          + "but \(entry.assignment.provider.description) gives \(found.count); "
          + "mend the organisation or migrate to a mended version, then resume")
    }
    let calendars = try ask { try $0.calendars }
    let due = entry.limit?.due(from: now, in: calendars)
    record(
      .escalated, element: path, step: round.step, onBehalfOf: person,
      detail: "to \(receiver)" + (entry.limit.map { ", \($0)" } ?? ""))
    let actor = try openEscalated(for: person, to: receiver, path, dueAt: due)
    update(path) { element in
      let last = element.rounds.count - 1
      element.rounds[last].escalations.removeAll { $0.onBehalfOf == person }
      element.rounds[last].escalations.append(
        .init(onBehalfOf: person, person: actor, entry: index, dueAt: due))
    }
    if let due, let pass = state.elements[path]?.pass {
      postTimer(
        TimerPayload(.escalation, onBehalfOf: person, entry: index), of: path,
        step: round.step, pass: pass, dueAt: due)
    }
  }

  /// Takes the final action as the answer of somebody who is overdue.
  mutating func act(
    _ action: FinalAction, for person: PersonID?, _ path: ElementPath
  ) throws(RuntimeError) {
    guard let state = state.elements[path], state.phase == .working,
      let round = state.rounds.last, !round.isDecided
    else { return }
    let (element, behavior) = try element(at: path)
    record(
      .limitReached, element: path, step: round.step, onBehalfOf: person,
      detail: action.description)
    closeOverdueItem(of: person, path)
    // An offered item that nobody took has become that of whom it was escalated to.
    let last = round.escalations.last { $0.onBehalfOf == person }
    guard let answerer = person ?? last?.person ?? round.people.first else { return }
    try behavior.answered(
      try automaticAnswer(action, of: answerer, element), element, &self)
  }

  /// Ends an approval whose whole limit is over by its final action.
  mutating func endByLimit(_ path: ElementPath, _ action: FinalAction) throws(RuntimeError) {
    guard case .answer(let kind) = action else {
      throw RuntimeError(
        .unknownElement, "\(path): “\(action)” is no answer of an approval")
    }
    update(path) { element in
      guard let last = element.rounds.indices.last else { return }
      element.rounds[last].isDecided = true
    }
    end(path, kind.outcome)
  }

  private func automaticAnswer(
    _ action: FinalAction, of person: PersonID, _ element: Element
  ) throws(RuntimeError) -> Answer {
    let outcome: Answer.Outcome
    var choice: String?
    switch action {
    case .answer(let kind): outcome = Answer.Outcome(kind)
    case .outcome(let name):
      guard let named = element.definition.namedOutcomes.first(where: { $0.name == name }) else {
        throw RuntimeError(.unknownElement, "\(element.path) has no outcome “\(name)”")
      }
      outcome = Answer.Outcome(named.answer)
      choice = name
    }
    return Answer(
      item: nil, outcome: outcome, choice: choice, actor: Actor(person), onBehalfOf: person,
      comment: "not answered in time", givenAt: now, revision: lookup.revision,
      content: try ask { try $0.contentHash }, isAutomatic: true)
  }

  /// Opens the item of an escalation; gives who has it.
  private mutating func openEscalated(
    for person: PersonID?, to receiver: PersonID, _ path: ElementPath, dueAt: Timestamp?
  ) throws(RuntimeError) -> PersonID {
    let element = try element(at: path).0
    let pass = state.elements[path]?.pass ?? 1
    let step = state.elements[path]?.rounds.last?.step
    guard let question = question(of: element, step: step) else {
      throw .unexpected(message, element)
    }
    let actor = try delegate(of: receiver, at: Place(path, step: step))
    openItem(
      question, of: path, pass: pass, due: dueAt, assignee: actor, onBehalfOf: person)
    record(.workItemsCreated, element: path, step: step, detail: actor.rawValue)
    post(.workItemsCreated, Payload(element: path, pass: pass, step: step))
    return actor
  }

  /// What people are asked in an element, or in one of its steps.
  private func question(of element: Element, step: String?) -> Question? {
    switch element.definition {
    case let approval as ApprovalElement: approval.question(ofStep: step, element)
    case let task as TaskElement: task.question(element)
    case let choice as ChoiceElement: choice.question(element)
    default: nil
    }
  }

  /// Closes the open item of somebody who is overdue; that of a task or a choice is the only one.
  private mutating func closeOverdueItem(of person: PersonID?, _ path: ElementPath) {
    if definition.element(at: path)?.definition is ApprovalElement {
      closeItems(.person(path, person), as: .escalated)
    } else {
      closeItems(.element(path), as: .escalated)
    }
  }

  private func place(_ path: ElementPath, _ step: String?) -> String {
    step.map { "\(path), step \($0)" } ?? "\(path)"
  }
}

extension ApprovalElement {
  fileprivate func question(ofStep name: String?, _ element: Element) -> Question? {
    name.flatMap { step(named: $0) }.map { question(of: $0, element) }
  }
}

extension ElementDefinition {
  /// The outcomes that it names.
  var namedOutcomes: [NamedOutcome] {
    switch self {
    case let task as TaskElement: task.outcomes
    case let choice as ChoiceElement: choice.outcomes
    default: []
    }
  }
}

extension Answer.Outcome {
  /// The outcome that this kind of answer gives.
  init(_ kind: AnswerKind) {
    switch kind {
    case .approve: self = .approve
    case .complete: self = .complete
    case .reject: self = .reject
    case .requestChange: self = .requestChange
    case .deny: self = .deny
    }
  }
}
