// The right to run the batch job, among those who share the store.

import ApplicationRuntime
import Synchronization
import Workflow

extension MemoryStore {
  public func claimRun(of type: DocumentTypeID) throws -> (any RunClaim)? {
    try state.withLock { state in
      try state.checkOpen()
      guard state.claims[type] == nil else { return nil }
      let claim = MemoryRunClaim(
        type: type, predecessorDied: state.orphaned.contains(type), store: self)
      state.claims[type] = ObjectIdentifier(claim)
      state.orphaned.remove(type)
      return claim
    }
  }

  public func runner(of type: DocumentTypeID) -> Int32? {
    state.withLock { $0.claims[type] == nil ? nil : ThreadNumber.process }
  }

  /// Gives a right up; one that was taken back by a crash meanwhile is not touched.
  fileprivate func release(_ claim: MemoryRunClaim, asIfDead: Bool) {
    state.withLock { state in
      guard !state.hasCrashed, state.claims[claim.type] == ObjectIdentifier(claim) else { return }
      state.claims[claim.type] = nil
      if asIfDead { state.orphaned.insert(claim.type) }
    }
  }
}

/// The right to run for one type, until it is released or forgotten.
private final class MemoryRunClaim: RunClaim {
  let type: DocumentTypeID
  let predecessorDied: Bool
  private let store: MemoryStore

  init(type: DocumentTypeID, predecessorDied: Bool, store: MemoryStore) {
    self.type = type
    self.predecessorDied = predecessorDied
    self.store = store
  }

  func release() { store.release(self, asIfDead: false) }

  func abandon() { store.release(self, asIfDead: true) }

  deinit { release() }
}
