// The engine: what commands and pages call.

import Synchronization
import Workflow
import WorkflowRuntime

/// The application runtime on a store: its API posts to the queue, its batch job reads it.
///
/// All calls are synchronous and may come from any thread. Each throws ``EngineError``, checks
/// who may do what, and returns when its effect is durable. Nothing of a workflow runs in the
/// caller: that is the batch job's.
///
/// ```swift
/// let engine = Engine(store: store, types: [ExpenseReport()])
/// engine.startBatchJob()
/// let report = try engine.createDocument(type: "expense-report", content: content, by: sam)
/// try engine.perform(ActionRequest(.submit, .document(report.id)), by: sam)
/// ```
public final class Engine: Sendable {
  let parts: EngineParts
  let runner: BatchRunner
  private let job: BatchJob
  let deliveries: DeliveryJob
  let gate = DriveGate()

  /// - Parameters:
  ///   - types: of two with one id the later counts.
  ///   - clock: the only source of time; a test gives its own.
  ///   - random: the only source of chance: salts of the history.
  public init(
    store: any Store, types: [any DocumentType], clock: any EngineClock = SystemClock(),
    random: any RandomSource = SystemRandomSource()
  ) {
    parts = EngineParts(store: store, types: types, clock: clock, random: random)
    runner = BatchRunner(parts: parts)
    job = BatchJob(runner: runner)
    deliveries = DeliveryJob(parts: parts)
  }

  public var store: any Store { parts.store }

  public var now: Timestamp { parts.clock.now() }

  /// The types given in Swift and those that the organisation declares now.
  public var types: [DocumentTypeID: any DocumentType] {
    refreshTypes()
    return parts.types
  }

  /// The same in their order: those of Swift as they were given, then those of the organisation.
  public var orderedTypes: [any DocumentType] {
    refreshTypes()
    return parts.sources.orderedTypes
  }

  /// Reads the organisation if another one was loaded, by whatever process. Where that cannot be
  /// read, the types are those that were known; whoever needs it is told why.
  private func refreshTypes() { _ = try? organization() }

  /// The type of this id; throws when neither program nor organisation knows it.
  public func type(_ id: DocumentTypeID) throws -> any DocumentType {
    refreshTypes()
    return try parts.type(id)
  }

  public func organization() throws -> Organization {
    try reading { try parts.sources.organization($0) }
  }

  /// The day in the organisation's time zone.
  public func today() throws -> Day { parts.today(in: try organization()) }

  /// Calls `onCommit` after commits of any process, several as one, until it is released.
  public func observe(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation {
    parts.store.observeCommits(onCommit)
  }

  // MARK: The batch job of this process

  /// Starts the background timer; it takes the right to run as soon as that is free.
  ///
  /// - Parameter tell: called, on a thread of the job, when the store cannot be worked on; once
  ///   for each reason, until it can be again.
  public func startBatchJob(telling tell: @escaping @Sendable (EngineError) -> Void = { _ in }) {
    job.start(telling: tell)
    deliveries.start()
  }

  /// Finishes the commit under way and gives the right to run up.
  public func stopBatchJob() {
    job.stop()
    deliveries.stop()
  }

  /// Gives the right to run up, wherever a command in this process has it, while `body` runs: what
  /// stops the process must not keep others from working. A drive finishes its commit first.
  package func withoutDriving(_ body: () -> Void) {
    gate.close()
    defer { gate.open() }
    body()
  }

  public var isRunningBatchJob: Bool { job.isRunning }

  // MARK: Reading and writing, with the errors of the engine

  func reading<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    let sources = parts.sources
    do {
      return try parts.store.read { reading in
        sources.refresh(reading)
        return try body(reading)
      }
    } catch { throw EngineError.wrapping(error) }
  }

  func writing<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) throws -> Result {
    let sources = parts.sources
    do {
      return try parts.store.write { transaction in
        sources.refresh(transaction)
        return try body(transaction)
      }
    } catch { throw EngineError.wrapping(error) }
  }
}

extension EngineError {
  /// Any error as one of the engine.
  static func wrapping(_ error: any Error) -> EngineError {
    switch error {
    case let error as EngineError: error
    case let error as StoreError: EngineError(error)
    case let error as RuntimeError: EngineError(.badData, error.message)
    default: EngineError(.internal, "\(error)")
    }
  }
}
