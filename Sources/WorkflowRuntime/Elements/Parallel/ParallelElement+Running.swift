// How branches run side by side: all start together, and enough of them must be done.

import Workflow

extension ParallelElement: RunnableElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    // A branch without elements is done at once.
    let empty = branches.filter(\.elements.isEmpty).map(\.name)
    turn.update(path) {
      $0.phase = .working
      $0.endedBranches = empty
    }
    if empty.count >= needed { return finish(element, &turn) }
    for branch in branches where !branch.elements.isEmpty {
      // What is done already may be enough before the last branch starts.
      guard turn.state.elements[path]?.phase == .working else { return }
      _ = try turn.start(sequence: branch.elements)
    }
  }

  func branchEnded(
    _ branch: String, of element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    let path = element.path
    turn.update(path) {
      if !$0.endedBranches.contains(branch) { $0.endedBranches.append(branch) }
    }
    let ended = turn.state.elements[path]?.endedBranches.count ?? 0
    if ended >= needed { finish(element, &turn) }
  }

  /// Enough branches are done: the others are canceled, and the element ends.
  private func finish(_ element: Element, _ turn: inout Turn) {
    let path = element.path
    let ended = turn.state.elements[path]?.endedBranches ?? []
    for branch in branches where !ended.contains(branch.name) {
      turn.record(
        .branchCanceled, element: path,
        detail: "\(branch.name): \(ended.count) of \(branches.count) are done, which is enough")
    }
    turn.end(path, .completed)
  }
}
