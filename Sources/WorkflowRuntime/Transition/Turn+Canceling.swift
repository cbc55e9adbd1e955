// Canceling what is at work inside an element, and what is started anew in it (SPEC 4, 6).

import Workflow

extension Turn {
  /// Cancels all elements inside this one that have not ended: their items, their limits, their
  /// children. ``ElementPath/root`` means all elements.
  mutating func cancel(elementsBelow path: ElementPath) {
    let below = state.elements.filter { other, element in
      element.phase != .ended && other != path && other.isWithin(path)
    }
    cancelChildren(of: path)
    for other in below.keys.sorted() { cancel(other) }
    state.toRunFirst.removeAll { $0 != path && $0.isWithin(path) }
    state.toRestart.removeAll { $0 != path && $0.isWithin(path) }
  }

  /// Cancels one element; it ends without a word to the application.
  mutating func cancel(_ path: ElementPath) {
    removeTimers(of: path)
    closeItems(.element(path), as: .canceled)
    update(path) { [now] in
      $0.phase = .ended
      $0.outcome = .canceled
      $0.endedAt = now
      $0.isNotSentBackAnyMore()
      $0.decideRound()
    }
  }

  /// The whole workflow runs anew: what its elements came to does not count any more. Automated
  /// elements that completed stay done.
  mutating func forgetOutcomes() {
    for (path, element) in state.elements
    where !(element.outcome == .completed && staysDone(path)) {
      update(path) {
        $0.outcome = nil
        $0.rounds = []
      }
    }
  }

  /// The elements inside this one run once more, the automated ones as well, and approvals of the
  /// time before are not asked again. What was denied stays so until it is reached again.
  mutating func beginAnew(below path: ElementPath) {
    for (other, element) in state.elements
    where other != path && other.isWithin(path) && element.outcome == .completed {
      update(other) { $0.outcome = nil }
    }
  }
}
