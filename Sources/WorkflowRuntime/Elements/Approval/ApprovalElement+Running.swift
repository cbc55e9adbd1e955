// How an approval runs: its steps one after another, the people of a step at the same time.

import Workflow

extension ApprovalElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    if try turn.takesAutomaticAction(automatic, element) { return }
    guard let state = turn.state.elements[element.path] else { return }
    turn.update(element.path) { $0.phase = .working }
    try turn.startElementLimit(deadline, of: element.path, pass: state.pass)
    let named = state.firstStep.flatMap { name in steps.firstIndex { $0.name == name } }
    let first = state.beginsFinally ? steps.count : named ?? 0
    try startStep(from: first, element, &turn)
  }

  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    guard let round = try turn.count(answer, path) else { return }
    guard let step = round.step else {
      // The final approver of the approval as a whole.
      turn.decideRound(of: path)
      return turn.end(path, answer.outcome.endsElement ?? .completed)
    }
    guard let outcome = outcome(of: round, after: answer) else { return }
    turn.decideRound(of: path)
    turn.record(.stepCompleted, element: path, step: step, detail: outcome.rawValue)
    turn.post(
      .stepCompleted,
      Payload(
        element: path, pass: turn.state.elements[path]?.pass, step: step, outcome: outcome))
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

  func waitsFor(_ element: Element, _ state: ElementState) -> String? {
    guard state.phase == .working, let round = state.rounds.last else { return nil }
    return round.waitsFor(round.step.map { "\($0) step" } ?? element.name)
  }

  /// How the answers decide the round; nil while it is open. Request change and deny decide it at
  /// once under every policy.
  private func outcome(of round: Round, after answer: Answer) -> ElementOutcome? {
    let sentBack = answer.outcome.endsElement
    if let sentBack, sentBack != .returned { return sentBack }
    let step = round.step.flatMap { self.step(named: $0) }
    let decision = (step?.policy ?? SinglePolicy()).decide(
      approvers: round.people.count, approvals: round.approvals.count,
      rejections: round.answers.filter { $0.outcome == .reject }.count,
      by: step?.tally ?? .answers)
    return decision.map { $0 == .approved ? .completed : .returned }
  }
}
