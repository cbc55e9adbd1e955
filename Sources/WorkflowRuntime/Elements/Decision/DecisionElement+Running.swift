// How a decision runs: the system picks a branch by condition.

import Workflow

extension DecisionElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let holds = try turn.holds(condition, element: element.path)
    turn.update(element.path) { $0.phase = .working }
    if try !turn.start(sequence: holds ? yes : no) { turn.end(element.path, .completed) }
  }

  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    turn.end(element.path, .completed)
  }
}
