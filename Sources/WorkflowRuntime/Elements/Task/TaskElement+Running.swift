// How a task runs: one of those assigned completes it.

import Workflow

extension TaskElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    if try turn.takesAutomaticAction(automatic, element) { return }
    let people = try turn.resolve(assignment, element: path, step: nil)
    let pass = try turn.current(path).pass
    let now = turn.now
    turn.update(path) {
      $0.phase = .working
      $0.rounds.append(Round(step: nil, people: people, startedAt: now))
    }
    turn.open(
      .init(
        kind: .task, element: path, pass: pass, step: nil,
        subject: turn.render(element.subject) ?? element.name,
        instructions: turn.render(element.instructions), assignee: nil, candidates: people,
        allowed: AllowedAction.allowed(for: .task, by: allow)))
    turn.peopleAsked(people, element: path, step: nil, pass: pass)
  }

  func answered(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    guard let outcome = try turn.count(answer, element.path) else { return }
    turn.decideRound(of: element.path)
    turn.end(element.path, outcome ?? .completed)
  }
}
