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
    guard let round = try turn.count(answer, path) else { return }
    turn.decideRound(of: path)
    if try turn.asksFinally(finalApprover, round, question(element), element) { return }
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

extension Turn {
  /// Asks the final approver of a task or a choice, when it went forward by the originator.
  mutating func asksFinally(
    _ approver: FinalApprover?, _ round: Round, _ question: Question, _ element: Element
  ) throws(RuntimeError) -> Bool {
    guard !round.isFinal, round.answers.last?.outcome.endsElement == nil,
      let person = try finalApprover(
        approver, after: [round], of: Place(element.path, step: nil))
    else { return false }
    try ask(Assignees(people: [person]), question, of: element.path, isFinal: true)
    return true
  }
}
