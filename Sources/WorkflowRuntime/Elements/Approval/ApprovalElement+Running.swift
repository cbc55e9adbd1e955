// How an approval runs: its steps one after another, the people of a step at the same time.

import Workflow

extension ApprovalElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    if try turn.takesAutomaticAction(automatic, element) { return }
    turn.update(element.path) { $0.phase = .working }
    try startStep(from: 0, element, &turn)
  }

  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    guard let sentBack = try turn.count(answer, path) else { return }
    guard let round = turn.state.elements[path]?.rounds.last,
      let step = steps.first(where: { $0.name == round.step })
    else { throw .unexpected(turn.message, element) }
    let decision: StepDecision?
    if sentBack != nil {
      decision = .rejected
    } else {
      decision = step.policy.decide(
        approvers: round.people.count, approvals: round.answers.count, rejections: 0)
    }
    guard decision != nil || sentBack != nil else { return turn.stillWaiting(path, round) }
    turn.decideRound(of: path)
    turn.closeItems(.element(path), as: .notNeeded)
    let pass = turn.state.elements[path]?.pass
    turn.record(
      .stepCompleted, element: path, step: step.name,
      detail: (sentBack ?? .completed).rawValue)
    turn.post(
      .stepCompleted,
      Payload(element: path, pass: pass, step: step.name, outcome: sentBack ?? .completed))
  }

  func stepAcknowledged(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let payload = turn.message.payload
    let outcome = payload.outcome ?? .completed
    guard let index = steps.firstIndex(where: { $0.name == payload.step }) else {
      throw .unexpected(turn.message, element)
    }
    if outcome == .completed {
      try startStep(from: index + 1, element, &turn)
    } else {
      turn.end(element.path, outcome)
    }
  }

  /// Starts the first step, from this one on, whose condition holds; none ends the element.
  private func startStep(
    from index: Int, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    for step in steps.dropFirst(index) {
      if let condition = step.when,
        try !turn.holds(condition, element: element.path, step: step.name)
      {
        turn.record(.stepSkipped, element: element.path, step: step.name)
        continue
      }
      return try ask(step, element, &turn)
    }
    turn.end(element.path, .completed)
  }

  private func ask(
    _ step: ApprovalStep, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    let path = element.path
    let people = try turn.resolve(step.assignment, element: path, step: step.name)
    let pass = try turn.current(path).pass
    let now = turn.now
    turn.update(path) { $0.rounds.append(Round(step: step.name, people: people, startedAt: now)) }
    turn.record(.stepStarted, element: path, step: step.name, detail: step.policy.description)
    let subject =
      turn.render(step.subject) ?? turn.render(element.subject) ?? "\(element.name), \(step.name)"
    let instructions = turn.render(step.instructions) ?? turn.render(element.instructions)
    for person in people {
      turn.open(
        .init(
          kind: .approval, element: path, pass: pass, step: step.name, subject: subject,
          instructions: instructions, assignee: person, candidates: [],
          allowed: AllowedAction.allowed(for: .approval, by: allow)))
    }
    turn.peopleAsked(people, element: path, step: step.name, pass: pass)
  }
}
