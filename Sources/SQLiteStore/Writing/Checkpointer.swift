// Moves the journal into the main file, on a connection of its own so that nobody waits for it.

import ApplicationRuntime
import Dispatch
import GRDB
import Synchronization

/// A checkpoint does not hold writers or readers up: it moves what no reader still needs. When all
/// is moved, the next commit begins the journal anew. What is written meanwhile would put that off
/// for ever, so the little that is left is moved between two commits.
final class Checkpointer: Sendable {
  /// In bytes: beyond it the journal is moved while the engine works, not only when idle.
  static let journalLimit = 64 * 1024 * 1024

  private struct State {
    var connection: DatabaseQueue?
    var isClosed = false
  }

  private let path: StorePath
  private let queue = DispatchQueue(label: "countersign.store.checkpoint")
  private let state = Mutex(State())
  /// The size at which the next commit starts a checkpoint.
  private let threshold = Atomic<Int>(journalLimit)
  /// Whether all was moved but what was written while that was done.
  private let isNearlyMoved = Atomic(false)

  init(_ path: StorePath) { self.path = path }

  /// Moves what can be moved, and returns when it is done.
  func run() throws {
    try queue.sync {
      do {
        guard let connection = try connection() else { throw StoreError.closed(path.typed) }
        _ = try connection.inDatabase { try $0.checkpoint(.passive) }
      } catch {
        let error = StoreError(error, location: path.typed)
        // Another process is at it.
        if error.code != .busy { throw error }
      }
    }
  }

  /// Told after each commit, on the thread that writes: nothing is written until it returns.
  func journalHas(bytes: Int) {
    if isNearlyMoved.exchange(false, ordering: .relaxed) {
      queue.sync { _ = moveAll() }
      return
    }
    let threshold = threshold.load(ordering: .relaxed)
    if bytes < Self.journalLimit {
      if threshold != Self.journalLimit {
        self.threshold.store(Self.journalLimit, ordering: .relaxed)
      }
      return
    }
    guard bytes >= threshold else { return }
    // When readers keep it from being moved whole, it is tried again only a good deal later.
    self.threshold.store(bytes + Self.journalLimit / 4, ordering: .relaxed)
    queue.async {
      let hasMovedAll = self.moveAll()
      self.isNearlyMoved.store(hasMovedAll, ordering: .relaxed)
    }
  }

  /// Whether no reader kept anything of what was there from being moved.
  private func moveAll() -> Bool {
    // After an error it is tried again with a larger journal, or when idle; then it is told.
    let moved = try? connection()?.inDatabase { try $0.checkpoint(.passive) }
    return moved.map { $0.checkpointedFrameCount >= $0.walFrameCount } ?? false
  }

  /// To be called after the other connections were closed. GRDB closes a reader last, which cannot
  /// clear the journal away; this one can, when no other process has the store open.
  func close() throws {
    try queue.sync {
      let connection = try connection()
      state.withLock { $0 = State(connection: nil, isClosed: true) }
      try connection?.close()
    }
  }

  /// Opened when first needed; nil when closed.
  private func connection() throws -> DatabaseQueue? {
    try state.withLock { state in
      if state.isClosed { return nil }
      if let connection = state.connection { return connection }
      let connection = try DatabaseQueue(
        path: path.absolute, configuration: .store(isReadOnly: false))
      try connection.inDatabase { try $0.flushEveryCommit(location: path.typed) }
      state.connection = connection
      return connection
    }
  }
}
