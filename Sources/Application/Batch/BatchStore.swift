// A store whose writes share one commit while lines of a batch are worked on.

import ApplicationRuntime
import Glibc
import Synchronization
import Workflow

/// The store of a batch. It keeps the right to run the batch job, and lends it to the engine; and
/// what the engine writes within ``inOneCommit(_:)`` is in one transaction, each write in a
/// savepoint of its own.
///
/// Unchecked: `transaction` is used only by the thread whose number is in `owner`, which is that
/// of the store's own writing body while it runs.
final class BatchStore: Store, @unchecked Sendable {
  private let base: any Store
  private let owner = Atomic<UInt>(0)
  private var transaction: (any StoreTransaction)?
  private let claims = Mutex<[DocumentTypeID: KeptClaim]>([:])

  init(_ base: any Store) { self.base = base }

  var location: String { base.location }

  private var current: (any StoreTransaction)? {
    owner.load(ordering: .relaxed) == UInt(pthread_self()) ? transaction : nil
  }

  /// Runs `body` in one transaction of the store. When it throws, nothing of it is there.
  ///
  /// It must not wait for another thread that writes: that one waits for this commit.
  func inOneCommit<Result>(_ body: () throws -> Result) throws -> Result {
    try withoutActuallyEscaping(body) { body in
      let lent = LentBody(body)
      try base.write { [self] transaction in
        self.transaction = transaction
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        defer {
          owner.store(0, ordering: .relaxed)
          self.transaction = nil
        }
        try lent.run()
      }
      return try lent.result()
    }
  }

  /// Takes the right to run for a type and keeps it; false while another process has it.
  func keepRun(of type: DocumentTypeID) throws -> Bool {
    guard let claim = try base.claimRun(of: type) else { return false }
    claims.withLock { $0[type] = KeptClaim(claim) }
    return true
  }

  /// Gives the kept rights up, between two commits.
  func giveUpRuns() {
    let kept = claims.withLock { claims in
      defer { claims = [:] }
      return claims.values.map(\.self)
    }
    for claim in kept { claim.giveUp() }
  }

  func claimRun(of type: DocumentTypeID) throws -> (any RunClaim)? {
    if let kept = claims.withLock({ $0[type] }) { return kept.lend() }
    return try base.claimRun(of: type)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) throws -> Result {
    guard let current else { return try base.write(body) }
    return try current.savepoint { try body(current) }
  }

  func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    guard let current else { return try base.read(body) }
    return try body(current)
  }

  func observeCommits(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation {
    base.observeCommits(onCommit)
  }

  func runner(of type: DocumentTypeID) -> Int32? { base.runner(of: type) }

  func checkpoint() throws { try base.checkpoint() }

  func close() throws {
    giveUpRuns()
    try base.close()
  }
}

/// A body that is lent to the thread of the store while the caller waits for it.
///
/// Unchecked: the two threads use it one after the other, never at once.
private final class LentBody<Result>: @unchecked Sendable {
  private let body: () throws -> Result
  private var value: Result?

  init(_ body: @escaping () throws -> Result) { self.body = body }

  func run() throws { value = try body() }

  func result() throws -> Result {
    guard let value else {
      throw StoreError(.unexpected, "A commit of the batch ended without a result.")
    }
    return value
  }
}
