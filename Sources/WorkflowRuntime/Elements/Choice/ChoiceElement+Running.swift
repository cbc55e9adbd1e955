// How a choice runs: a person picks one of its outcomes, and the elements of that run.

import Workflow

extension ChoiceElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let assignees = try turn.assignees(of: assignment, at: Place(element.path, step: nil))
    try turn.ask(assignees, question(element), of: element.path)
  }

  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    let chosen = outcomes.first { $0.name == answer.choice }
    let isForward = answer.outcome.endsElement == nil
    guard chosen != nil || !isForward else {
      throw RuntimeError(
        .unexpectedMessage,
        "“\(path)” has no outcome “\(answer.choice ?? "")”; choose one of "
          + outcomes.map(\.name).joined(separator: ", "))
    }
    guard try turn.count(answer, path) != nil else { return }
    turn.decideRound(of: path)
    if let outcome = answer.outcome.endsElement { return turn.end(path, outcome) }
    if try !turn.start(sequence: chosen?.elements ?? []) { turn.end(path, .completed) }
  }

  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    turn.end(element.path, .completed)
  }

  func waitsFor(_ element: Element, _ state: ElementState) -> String? {
    state.phase == .working ? state.rounds.last?.waitsFor(element.name) : nil
  }

  func question(_ element: Element) -> Question {
    Question(
      kind: .choice, step: nil, subject: element.subject, usualSubject: element.name,
      instructions: element.instructions, allow: nil, outcomes: outcomes, deadline: deadline)
  }
}
