// What an element kind with children does when one of them ends.

import Workflow

/// The behaviour of an element whose work is done by other instances.
protocol ParentElement: RunnableElement {
  /// A child that it waited for ended; its outcome is in the child's state.
  func childEnded(
    _ child: ChildState, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError)
}
