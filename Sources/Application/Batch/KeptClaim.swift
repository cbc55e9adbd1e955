// The right to run the batch job that a batch keeps, and lends to its engine.

import ApplicationRuntime
import Synchronization
import Workflow

/// A right to run that is kept from the first line of a batch to its last.
final class KeptClaim: Sendable {
  private let claim: any RunClaim
  /// Whether the engine was told of a process that died before; it takes over once.
  private let isTold = Atomic(false)

  init(_ claim: any RunClaim) { self.claim = claim }

  /// The right for one drive of the batch job.
  func lend() -> any RunClaim {
    let isFirst = !isTold.exchange(true, ordering: .relaxed)
    return LentClaim(type: claim.type, predecessorDied: isFirst && claim.predecessorDied)
  }

  func giveUp() { claim.release() }

  /// Releasing it gives nothing up: the batch goes on.
  private final class LentClaim: RunClaim {
    let type: DocumentTypeID
    let predecessorDied: Bool

    init(type: DocumentTypeID, predecessorDied: Bool) {
      self.type = type
      self.predecessorDied = predecessorDied
    }

    func release() {}

    func abandon() {}
  }
}
