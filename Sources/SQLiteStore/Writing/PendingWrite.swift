// A body that waits for its turn to write, and the thread that waits for it.

import ApplicationRuntime
import Dispatch

/// What the writer needs of a body, whatever its result is.
protocol QueuedWrite: AnyObject, Sendable {
  func perform(in transaction: Transaction) throws
  /// Wakes the caller; nil when the commit has returned.
  func finish(_ failure: (any Error)?)
}

/// Unchecked: the writer alone touches it until it has signalled, the caller alone afterwards.
final class PendingWrite<Result: Sendable>: QueuedWrite, @unchecked Sendable {
  /// Forgotten before the caller is woken: it may hold the store, which must not be released by
  /// the writer's own thread.
  private var body: (@Sendable (any StoreTransaction) throws -> Result)?
  private let finished = DispatchSemaphore(value: 0)
  private var result: Result?
  private var failure: (any Error)?

  init(_ body: @escaping @Sendable (any StoreTransaction) throws -> Result) { self.body = body }

  func perform(in transaction: Transaction) throws {
    defer { body = nil }
    result = try body?(transaction)
  }

  func finish(_ failure: (any Error)?) {
    self.failure = failure
    body = nil
    finished.signal()
  }

  /// Blocks until the writer has committed or given up.
  func outcome() throws -> Result {
    finished.wait()
    if let failure { throw failure }
    guard let result else {
      throw StoreError(.unexpected, "A write of the store ended without a result.")
    }
    return result
  }
}
