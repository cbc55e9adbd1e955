// What the application runtime needs of a store. SQLite is the embedded one; others follow the
// same contract, which `StoreContractTests` states.

import Workflow
import WorkflowRuntime

/// Everything durable: the queue, the instances, the documents, the history.
///
/// A store is used from any thread. ``write(_:)`` returns after its effects are flushed to the
/// disk; when it throws, nothing of it is there.
public protocol Store: AnyObject, Sendable {
  /// The path or address as a person would type it.
  var location: String { get }

  /// Runs `body` in a write transaction of its own and commits it.
  ///
  /// Bodies that arrive at the same time from several threads may share one commit, and so one
  /// flush; each is in a savepoint, so that one that throws is undone alone. `body` is called
  /// once, on a thread of the store.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) throws -> Result

  /// Runs `body` on one consistent state, without waiting for writers.
  func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result

  /// Calls `onCommit` after each commit of this or any other process, on a thread of the store;
  /// several commits may be told as one. Ends when the observation is released.
  func observeCommits(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation

  /// The right to run the batch job for a workflow type; nil while another process holds it.
  /// The kernel (or server) frees it when this process dies.
  func claimRun(of type: DocumentTypeID) throws -> (any RunClaim)?

  /// The process that holds the right to run the batch job for a workflow type; nil while none.
  func runner(of type: DocumentTypeID) -> Int32?

  /// Moves what the journal of the store holds to its main file, when there is time for it.
  func checkpoint() throws

  /// Closes files and gives claims up. Whatever is called afterwards throws.
  func close() throws
}

/// Ends an observation when it is released.
public final class StoreObservation: Sendable {
  private let end: @Sendable () -> Void

  public init(end: @escaping @Sendable () -> Void) { self.end = end }

  deinit { end() }
}

/// The right to run the batch job for one workflow type, until it is released.
public protocol RunClaim: AnyObject, Sendable {
  var type: DocumentTypeID { get }
  /// Whether the one before it died without giving the right up. The file that is locked says
  /// who holds it; a clean release empties it.
  var predecessorDied: Bool { get }
  /// Gives the right up; harmless when done twice.
  func release()
  /// Gives the right up like a process that died: the next holder takes over with care. For who
  /// could not finish a takeover itself.
  func abandon()
}
