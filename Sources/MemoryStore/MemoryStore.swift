// A store in memory, for tests and the simulation.

import ApplicationRuntime
import Synchronization
import Workflow
import WorkflowRuntime

/// A ``Store`` whose tables are one value: a savepoint is a copy, and a crash is forgetting what
/// was not committed.
///
/// It is synchronous and deterministic: a body runs on the thread that calls, commits are told
/// before ``write(_:)`` returns, and every list has the order that the contract asks for. Faults
/// are injected with ``inject(_:at:after:)``.
///
/// ```swift
/// let store = MemoryStore()
/// store.inject(.crash, at: .beforeCommit, after: 2)
/// // … the third commit throws, and so does everything after it …
/// let next = store.restarted()
/// ```
public final class MemoryStore: Store {
  let state: Mutex<State>
  /// One writer at a time; held while its body runs, unlike `state`.
  private let gate = Mutex(())

  struct State {
    var tables = Tables()
    var faults: [PlannedFault] = []
    var writer: ThreadNumber?
    var isClosed = false
    var hasCrashed = false
    var losesNotices = false
    var observers: [Int: @Sendable () -> Void] = [:]
    var lastObserver = 0
    var claims: [DocumentTypeID: ObjectIdentifier] = [:]
    /// The types whose batch job a process was running when it died.
    var orphaned: Set<DocumentTypeID> = []
    var commits = 0
  }

  /// An empty store.
  public init() { state = Mutex(State()) }

  private init(tables: Tables, orphaned: Set<DocumentTypeID>) {
    state = Mutex(State())
    state.withLock {
      $0.tables = tables
      $0.orphaned = orphaned
    }
  }

  public var location: String { "memory" }

  /// What is committed.
  package var tables: Tables { state.withLock { $0.tables } }

  /// How many transactions were committed that changed something.
  public var commits: Int { state.withLock { $0.commits } }

  /// Whether a fault ended the process that uses it.
  public var hasCrashed: Bool { state.withLock { $0.hasCrashed } }

  /// The store as the next process finds it: what was committed, and nothing else.
  public func restarted() -> MemoryStore {
    state.withLock { state in
      state.hasCrashed = true
      return MemoryStore(
        tables: state.tables, orphaned: state.orphaned.union(state.claims.keys))
    }
  }

  /// Whether commits are not told to observers any more.
  public func loseNotices(_ loses: Bool) { state.withLock { $0.losesNotices = loses } }

  // MARK: Store

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) throws -> Result {
    let thread = ThreadNumber.current
    guard state.withLock({ $0.writer }) != thread else {
      throw StoreError(.unexpected, "A write within a write would wait for itself.")
    }
    let result = try gate.withLock { _ in
      try state.withLock { state in
        try state.checkOpen()
        state.writer = thread
      }
      defer { state.withLock { $0.writer = nil } }
      let transaction = MemoryTransaction(of: self, tables: tables)
      let result = try body(transaction)
      transaction.tables.addStoreChainLink()
      try commit(transaction)
      return result
    }
    tell()
    return result
  }

  private func commit(_ transaction: MemoryTransaction) throws {
    try state.withLock { state in
      try state.checkOpen()
      try state.meet(.beforeCommit)
      state.tables = transaction.tables
      if transaction.hasChanged { state.commits += 1 }
      try state.meet(.afterCommit)
    }
  }

  public func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    let tables = try state.withLock { state in
      try state.checkOpen()
      return state.tables
    }
    return try body(MemoryReading(tables))
  }

  public func observeCommits(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation {
    let number = state.withLock { state in
      state.lastObserver += 1
      state.observers[state.lastObserver] = onCommit
      return state.lastObserver
    }
    return StoreObservation { [weak self] in
      self?.state.withLock { $0.observers[number] = nil }
    }
  }

  private func tell() {
    let observers = state.withLock { state in
      state.losesNotices ? [] : state.observers.sorted { $0.key < $1.key }.map(\.value)
    }
    for observer in observers { observer() }
  }

  public func checkpoint() throws { try state.withLock { try $0.checkOpen() } }

  public func close() throws {
    state.withLock { state in
      state.isClosed = true
      state.observers = [:]
      state.claims = [:]
    }
  }
}

extension MemoryStore.State {
  func checkOpen() throws {
    if hasCrashed { throw StoreError(.closed, "The process has ended.") }
    if isClosed { throw StoreError(.closed, "The store is closed.") }
  }
}
