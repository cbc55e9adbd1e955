// What an element kind with children does when one of them ends.

import Workflow

/// The behaviour of an element whose work is done by other instances.
protocol ParentElement: RunnableElement {
  /// A child that it waited for ended; its outcome is in the child's state.
  func childEnded(
    _ child: ChildState, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError)
  /// What it returned was resubmitted.
  func resubmitted(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError)
}

extension ParentElement {
  func resubmitted(_ answer: Answer, _ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    try turn.resubmitted(element.path, answer)
  }
}
