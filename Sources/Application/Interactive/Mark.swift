// A place in the order of what a worker was asked for.

import Synchronization

/// Reached when everything before it is done.
final class Mark: Sendable {
  private let reached = Atomic(false)

  var isReached: Bool { reached.load(ordering: .acquiring) }

  func reach() { reached.store(true, ordering: .releasing) }
}
