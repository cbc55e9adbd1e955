// The one place that writes: bodies from all threads, committed in groups.

import ApplicationRuntime
import Dispatch
import GRDB
import Synchronization

/// Takes the bodies that wait, runs them in one transaction and flushes once for all.
///
/// The first body of a transaction needs no savepoint: as long as it is alone, undoing it is undoing
/// the transaction. Those after it are each in one, so that one that throws is undone alone.
///
/// Unchecked: `connection`, `counters` and `chain` are used on `queue` only; the rest is behind
/// `waiting`.
final class Writer: @unchecked Sendable {
  /// How long bodies are taken into a transaction that has begun, so that others can write too.
  static let longestTransaction = Duration.milliseconds(10)

  private struct Waiting {
    var writes: [any QueuedWrite] = []
    /// Whether a drain runs or is about to.
    var isScheduled = false
    var isClosed = false
  }

  private let location: String
  private let pool: DatabasePool
  private let connection: Connection
  private let counters: Counters
  private let chain: StoreChain
  private let statistics: Statistics
  private let queue = DispatchQueue(label: "countersign.store.writer")
  private let waiting = Mutex(Waiting())
  /// The thread that runs bodies now; 0 when none does.
  private let writingThread = Atomic<UInt>(0)
  /// Called after each commit that changed something.
  private let onCommit: @Sendable (_ journalBytes: Int) -> Void
  private var dataVersion: Int64 = 0

  init(
    _ pool: DatabasePool, statistics: Statistics, location: String,
    onCommit: @escaping @Sendable (_ journalBytes: Int) -> Void
  ) throws {
    self.pool = pool
    self.location = location
    self.statistics = statistics
    self.onCommit = onCommit
    connection = try pool.writeWithoutTransaction { database in
      try Connection(database, keepsStatements: true, statistics: statistics, location: location)
    }
    connection.watchJournal()
    counters = Counters(connection)
    chain = StoreChain(connection)
    dataVersion = pool.writeWithoutTransaction { _ in currentDataVersion() } ?? 0
  }

  /// Whether the calling thread is inside a body.
  var isWritingHere: Bool { writingThread.load(ordering: .relaxed) == currentThread() }

  /// Queues a body; it is finished on the writer's queue.
  func submit(_ write: some QueuedWrite) throws {
    guard !isWritingHere else {
      throw StoreError(
        .unexpected,
        "A body that writes to the store called write again; use its transaction instead.")
    }
    let mustSchedule = try waiting.withLock { waiting in
      guard !waiting.isClosed else { throw StoreError.closed(location) }
      waiting.writes.append(write)
      defer { waiting.isScheduled = true }
      return !waiting.isScheduled
    }
    if mustSchedule { queue.async { self.drain() } }
  }

  /// Calls `body` when another connection has committed since the last time this was asked.
  func whenChangedByOthers(_ body: @escaping @Sendable () -> Void) {
    queue.async {
      // A store that is closed, or cannot be read now, has nothing to tell.
      guard !self.isClosed,
        let version = self.pool.writeWithoutTransaction({ _ in self.currentDataVersion() }),
        version != self.dataVersion
      else { return }
      self.dataVersion = version
      body()
    }
  }

  /// Refuses what comes later, finishes what waits.
  func close() {
    waiting.withLock { $0.isClosed = true }
    queue.sync {
      pool.writeWithoutTransaction { _ in connection.finish() }
    }
  }

  /// How many bodies wait for their turn.
  var waitingCount: Int { waiting.withLock { $0.writes.count } }

  private var isClosed: Bool { waiting.withLock { $0.isClosed } }

  private func drain() {
    while let write = take(endsWhenEmpty: true) { commitGroup(startingWith: write) }
  }

  private func take(endsWhenEmpty: Bool) -> (any QueuedWrite)? {
    waiting.withLock { waiting in
      guard !waiting.writes.isEmpty else {
        if endsWhenEmpty { waiting.isScheduled = false }
        return nil
      }
      return waiting.writes.removeFirst()
    }
  }

  private func commitGroup(startingWith first: any QueuedWrite) {
    writingThread.store(currentThread(), ordering: .relaxed)
    var performed: [any QueuedWrite] = []
    var failure: (any Error)?
    var hasChanged = false
    pool.writeWithoutTransaction { _ in
      do {
        hasChanged = try transact(startingWith: first, performed: &performed)
      } catch {
        failure = error
        undo()
      }
    }
    writingThread.store(0, ordering: .relaxed)
    if failure == nil, hasChanged {
      statistics.countCommit()
      onCommit(connection.journalBytes)
    }
    for write in performed { write.finish(failure) }
  }

  /// Runs bodies and commits; `performed` are those that share its fate. Returns whether anything
  /// was changed.
  private func transact(
    startingWith first: any QueuedWrite, performed: inout [any QueuedWrite]
  ) throws -> Bool {
    performed.append(first)
    connection.forgetFailure()
    counters.begin()
    chain.begin()
    try connection.run(.beginWriting)
    let before = connection.totalChanges
    let began = ContinuousClock.now
    try perform(first, inSavepoint: false)
    while ContinuousClock.now - began < Self.longestTransaction,
      let next = take(endsWhenEmpty: false)
    {
      do {
        try perform(next, inSavepoint: true)
        performed.append(next)
      } catch {
        next.finish(error)
        try checkStillInTransaction()
      }
    }
    try chain.save()
    try counters.save()
    try connection.run(.commit)
    return connection.totalChanges != before
  }

  private func perform(_ write: any QueuedWrite, inSavepoint: Bool) throws {
    let transaction = Transaction(connection, counters: counters, chain: chain)
    defer { transaction.end() }
    if inSavepoint {
      try transaction.savepoint { try write.perform(in: transaction) }
    } else {
      try write.perform(in: transaction)
    }
    try checkStillInTransaction()
  }

  /// After some errors SQLite undoes the whole transaction; a body that hid such an error must not
  /// be told that it was committed.
  private func checkStillInTransaction() throws {
    guard !connection.isInTransaction else { return }
    throw connection.environmentalFailure
      ?? StoreError(.inputOutput, "The store \(location) undid a transaction. Try again.")
  }

  private func undo() {
    guard connection.isInTransaction else { return }
    // A rollback that reports an error has ended the transaction all the same.
    _ = try? connection.run(.rollback)
  }

  /// Changes when another connection has committed; nil when the store cannot be read now.
  private func currentDataVersion() -> Int64? {
    try? connection.first(.dataVersion) { $0.integer(0) }
  }
}
