// Running batches for the types whose right to run this process holds.

import Dispatch
import Synchronization
import Workflow
import WorkflowRuntime

/// Runs one batch after the other. The background job and a command that drives the job use it
/// alike; whoever calls it holds the claims.
final class BatchRunner: Sendable {
  /// One commit lasts at most so long.
  private static let batchTime = Duration.milliseconds(10)
  /// A message that ended so many processes is stopped.
  private static let mostDeaths = 3

  let parts: EngineParts
  let faults = FaultRegister()
  let outside: OutsideHandlers

  init(parts: EngineParts) {
    self.parts = parts
    outside = OutsideHandlers(parts: parts, faults: faults)
  }

  /// A runner whose outside handlers are called on this queue.
  init(parts: EngineParts, outsideQueue: DispatchQueue) {
    self.parts = parts
    outside = OutsideHandlers(parts: parts, faults: faults, queue: outsideQueue)
  }

  /// Runs one batch and starts the outside handlers that it asked for.
  ///
  /// - Returns: what was handled; nothing while the job is paused, unless `evenPaused`.
  func runBatch(
    for types: [DocumentTypeID], limits: BatchLimits? = nil, evenPaused: Bool = false,
    finished: @escaping @Sendable () -> Void = {}
  ) throws -> BatchOutcome {
    let parts = parts
    let faults = faults
    outside.recordWhatEnded()
    let outcome = try parts.store.write { transaction in
      let settings = try BatchJobSettings.read(transaction)
      guard evenPaused || !settings.isPaused else { return BatchOutcome() }
      let limits = limits ?? BatchLimits(messages: settings.batchSize, time: Self.batchTime)
      let outcome = try Batch(parts: parts, limits: limits, faults: faults)
        .run(for: types, in: transaction)
      if !outcome.handled.isEmpty {
        try transaction.set(
          String(parts.clock.now().microseconds), for: SettingName.lastBatch)
      }
      return outcome
    }
    outside.start(outcome.outsideCalls, finished: finished)
    return outcome
  }

  /// Takes over from a process that died: handlers that it was calling are called again, and
  /// what is due is handled one message a commit, each attempt recorded first.
  func takeOver(_ claim: any RunClaim, finished: @escaping @Sendable () -> Void) throws {
    let type = claim.type
    let running = try parts.store.read { try $0.runningMessages(of: type, limit: 1_000) }
    outside.start(running.map { .init(message: $0) }, finished: finished)
    guard claim.predecessorDied else { return }
    let last =
      try parts.store.read { try $0.messages(MessageQuery(.pending, limit: 1_000)) }
      .map(\.sequence).max() ?? 0
    while try handleWithCare(type, upTo: last) {}
  }

  /// Handles the first due message in a commit of its own, after its attempt was recorded in
  /// one before. False when nothing is due, or only what came after the takeover.
  private func handleWithCare(_ type: DocumentTypeID, upTo last: Int64) throws -> Bool {
    let parts = parts
    let faults = faults
    let mayGoOn = try parts.store.write { transaction -> Bool in
      guard try !BatchJobSettings.read(transaction).isPaused,
        let head = try transaction.runnableInstances(
          of: type, at: parts.clock.now(), limit: 1
        ).first, head.sequence <= last
      else {
        try transaction.set(nil, for: SettingName.suspect)
        return false
      }
      let deaths = try Suspect.deaths(of: head.sequence, transaction)
      guard deaths < Self.mostDeaths else {
        try Self.stop(head, parts, faults, transaction)
        try transaction.set(nil, for: SettingName.suspect)
        return true
      }
      try Suspect.record(head.sequence, deaths: deaths + 1, transaction)
      return true
    }
    guard mayGoOn else { return false }
    return try !runBatch(for: [type], limits: .single, finished: {}).handled.isEmpty
  }

  /// Stops the instance of a message that ended process after process.
  private static func stop(
    _ head: RunnableInstance, _ parts: EngineParts, _ faults: FaultRegister,
    _ transaction: any StoreTransaction
  ) throws {
    guard
      var work = try InstanceWork(
        restoring: head.instance, at: parts.clock.now(), from: transaction),
      var queued = work.takeNext(at: parts.clock.now())
    else { return }
    let retry = try parts.type(queued.message.documentType).retry
    queued.message.attempts = max(queued.message.attempts, retry.tries - 1)
    let handling = MessageHandling(
      parts: parts, organization: try parts.sources.organization(transaction),
      transaction: transaction, faults: faults)
    _ = handling.fail(
      queued,
      with: EngineError(
        .internal, "\(mostDeaths) processes ended while they handled this message"),
      in: &work)
    try work.save(to: transaction, random: parts.random, at: parts.clock.now())
  }
}

/// The message that is being handled with care, and how many processes it has ended.
private enum Suspect {
  static func deaths(of sequence: Int64, _ reading: any StoreReading) throws -> Int {
    let parts = try reading.setting(SettingName.suspect)?.split(separator: ":") ?? []
    guard parts.count == 2, Int64(parts[0]) == sequence else { return 0 }
    return Int(parts[1]) ?? 0
  }

  static func record(
    _ sequence: Int64, deaths: Int, _ transaction: any StoreTransaction
  ) throws {
    try transaction.set("\(sequence):\(deaths)", for: SettingName.suspect)
  }
}
