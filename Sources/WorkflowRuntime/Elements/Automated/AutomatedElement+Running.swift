// How an automated element runs: the type's handler is called by an event of its own.

import Workflow

extension AutomatedElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let pass = turn.state.elements[element.path]?.pass
    turn.update(element.path) { $0.phase = .working }
    turn.post(.automatedExecution, Payload(element: element.path, pass: pass))
  }

  func executed(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    turn.record(.automatedExecution, element: element.path, detail: run)
    turn.end(element.path, .completed)
  }
}
