// How a task runs: one of those assigned completes it.

import Workflow

extension TaskElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    if try turn.takesAutomaticAction(automatic, element) { return }
    let assignees = try turn.assignees(of: assignment, at: Place(element.path, step: nil))
    try turn.ask(assignees, question(element), of: element.path)
  }

  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    guard try turn.count(answer, path) != nil else { return }
    turn.decideRound(of: path)
    turn.end(path, answer.outcome.endsElement ?? .completed)
  }

  func waitsFor(_ element: Element, _ state: ElementState) -> String? {
    state.phase == .working ? state.rounds.last?.waitsFor(element.name) : nil
  }

  func question(_ element: Element) -> Question {
    Question(
      kind: .task, step: nil, subject: element.subject, usualSubject: element.name,
      instructions: element.instructions, allow: allow, outcomes: outcomes, deadline: deadline)
  }
}
