// How a repetition runs: its elements again and again while its condition holds.

import Workflow

extension RepeatElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    turn.update(element.path) { $0.phase = .working }
    try beginRound(element, &turn)
  }

  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    try beginRound(element, &turn)
  }

  private func beginRound(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    let rounds = turn.state.elements[path]?.iteration ?? 0
    guard rounds < atMost else {
      turn.record(.limitReached, element: path, detail: "it ran \(rounds) times, the most")
      return turn.end(path, .completed)
    }
    guard try turn.holds(condition, element: path) else { return turn.end(path, .completed) }
    turn.update(path) { $0.iteration += 1 }
    if rounds > 0 { turn.beginAnew(below: path) }
    if try !turn.start(sequence: elements) { turn.end(path, .completed) }
  }
}
