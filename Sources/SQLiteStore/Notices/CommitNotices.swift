// Tells observers that something was committed.

import ApplicationRuntime
import Dispatch
import Synchronization

/// Observers, and one queue on which they are called. Commits that come while a call is due are
/// told with it.
final class CommitNotices: Sendable {
  private struct State {
    var observers: [Int: @Sendable () -> Void] = [:]
    var nextKey = 0
    var isDue = false
    var isClosed = false
  }

  private let queue = DispatchQueue(label: "countersign.store.notices")
  private let state = Mutex(State())

  func observe(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation {
    let key = state.withLock { state in
      state.nextKey += 1
      state.observers[state.nextKey] = onCommit
      return state.nextKey
    }
    return StoreObservation { [weak self] in
      self?.state.withLock { _ = $0.observers.removeValue(forKey: key) }
    }
  }

  func announce() {
    let mustSchedule = state.withLock { state in
      guard !state.isDue, !state.isClosed, !state.observers.isEmpty else { return false }
      state.isDue = true
      return true
    }
    guard mustSchedule else { return }
    queue.async {
      // No longer due before they are called: a commit from here on may not be seen by them.
      let observers = self.state.withLock { state in
        state.isDue = false
        return state.observers.sorted { $0.key < $1.key }.map(\.value)
      }
      for observer in observers { observer() }
    }
  }

  func close() {
    state.withLock { state in
      state.isClosed = true
      state.observers = [:]
    }
  }
}
