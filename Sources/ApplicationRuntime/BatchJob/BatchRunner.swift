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
  /// Handled messages stay visible for so long, and leave some with each batch; so do the first
  /// results of requests that carried a key.
  private static let retention = Duration.seconds(7 * 86_400)
  private static let cleaningInterval = Duration.seconds(60)
  private static let cleanedAtOnce = 200

  let parts: EngineParts
  let outside: OutsideHandlers
  private let nextCleaning = Mutex(Timestamp.distantPast)
  /// For which organisation, on which day, the open items were looked through.
  private let reconciled = Mutex<Set<String>>([])

  init(parts: EngineParts) {
    self.parts = parts
    outside = OutsideHandlers(parts: parts)
  }

  /// A runner whose outside handlers are called on this queue.
  init(parts: EngineParts, outsideQueue: DispatchQueue) {
    self.parts = parts
    outside = OutsideHandlers(parts: parts) { outsideQueue.async(execute: $0) }
  }

  /// Runs one batch and starts the outside handlers that it asked for.
  ///
  /// - Returns: what was handled; nothing while the job is paused, unless `evenPaused`.
  func runBatch(
    for types: [DocumentTypeID], limits: BatchLimits? = nil, evenPaused: Bool = false,
    finished: @escaping @Sendable () -> Void = {}
  ) throws -> BatchOutcome {
    let parts = parts
    outside.recordWhatEnded()
    let known = reconciled.withLock { $0 }
    let (outcome, lookedThrough) = try parts.store.write { transaction in
      let settings = try BatchJobSettings.read(transaction)
      guard evenPaused || !settings.isPaused else { return (BatchOutcome(), known) }
      let limits = limits ?? BatchLimits(messages: settings.batchSize, time: Self.batchTime)
      let batch = Batch(
        parts: parts, limits: limits,
        holdsTimers: try ClockWatch(parts.clock).look(transaction))
      if batch.holdsTimers, let hold = try TimerHold.read(transaction) {
        try Telling(
          parts: parts, organization: try parts.sources.organization(transaction),
          transaction: transaction
        ).tell(of: hold)
      }
      var outcome = try batch.run(for: types, in: transaction)
      var lookedThrough = known
      if !evenPaused {
        (outcome.hasMoreItems, lookedThrough) = try Reconciliation(
          parts: parts, organization: try parts.sources.organization(transaction),
          transaction: transaction
        ).lookOn(for: types, done: known)
      }
      if !outcome.handled.isEmpty {
        try transaction.set(
          String(parts.clock.now().microseconds), for: SettingName.lastBatch)
        try self.removeWhatIsOld(transaction)
      }
      return (outcome, lookedThrough)
    }
    reconciled.withLock { $0 = lookedThrough }
    outside.start(outcome.outsideCalls, finished: finished)
    return outcome
  }

  /// Removes a few messages that were handled longer ago than the retention, and results of
  /// requests as old; more with the next batch while there are more.
  private func removeWhatIsOld(_ transaction: any StoreTransaction) throws {
    let now = parts.clock.now()
    guard nextCleaning.withLock({ $0 <= now }) else { return }
    let time = now.advanced(by: .zero - Self.retention)
    let messages = try transaction.removeMessages(
      handledBefore: time, limit: Self.cleanedAtOnce)
    let requests = try transaction.removeRequests(savedBefore: time, limit: Self.cleanedAtOnce)
    let told = max(
      try transaction.removeNotifications(readBefore: time, limit: Self.cleanedAtOnce),
      try transaction.removeDeliveries(endedBefore: time, limit: Self.cleanedAtOnce))
    guard max(messages, requests, told) < Self.cleanedAtOnce else { return }
    nextCleaning.withLock { $0 = now.advanced(by: Self.cleaningInterval) }
  }

  /// Takes over from the process before: handlers that it was calling are called again; if it
  /// died, what was due is handled one message a commit, each attempt recorded first.
  ///
  /// - Parameter goesOn: asked between two messages.
  /// - Returns: false when it was interrupted, or the job is paused: what is left still needs
  ///   care, and the claim is to be abandoned.
  func takeOver(
    _ claim: any RunClaim, goesOn: () -> Bool = { true },
    finished: @escaping @Sendable () -> Void
  ) throws -> Bool {
    let type = claim.type
    let running = try parts.store.read { try $0.runningMessages(of: type, limit: 10_000) }
    outside.start(running.map { .init(message: $0) }, finished: finished)
    guard claim.predecessorDied else { return true }
    let last =
      try parts.store.read { try $0.messages(MessageQuery(.pending, limit: 1_000)) }
      .map(\.sequence).max() ?? 0
    var isFirst = true
    while true {
      switch try handleWithCare(type, upTo: last, isFirst: isFirst) {
      case .handled, .watched: isFirst = false
      case .nothingDue: return true
      case .paused: return false
      }
      guard goesOn() else { return false }
    }
  }

  private enum Care { case watched, handled, nothingDue, paused }

  /// Handles the first due message in a commit of its own, after its attempt was recorded in
  /// one before.
  ///
  /// - Parameter isFirst: nobody watched the process that died; the first message that is due
  ///   now may have been its end.
  private func handleWithCare(
    _ type: DocumentTypeID, upTo last: Int64, isFirst: Bool
  ) throws -> Care {
    let parts = parts
    let (care, head) = try parts.store.write { transaction -> (Care, Int64?) in
      guard try !BatchJobSettings.read(transaction).isPaused else { return (.paused, nil) }
      guard
        let head = try transaction.runnableInstances(
          of: type, at: parts.clock.now(), limit: 1,
          skipsTimers: try ClockWatch(parts.clock).look(transaction)
        ).first, head.sequence <= last
      else {
        try transaction.set(nil, for: SettingName.suspect)
        return (.nothingDue, nil)
      }
      let deaths = max(isFirst ? 1 : 0, try Suspect.deaths(of: head.sequence, transaction))
      guard deaths < Self.mostDeaths else {
        try Self.stop(head, parts, transaction)
        try transaction.set(nil, for: SettingName.suspect)
        return (.handled, nil)
      }
      try Suspect.record(head.sequence, deaths: deaths + 1, transaction)
      return (.watched, head.sequence)
    }
    guard care == .watched else { return care }
    let outcome = try runBatch(for: [type], limits: .single, finished: {})
    if !outcome.handled.isEmpty { return .handled }
    // A limit may have been put off to the end of an answer's window; the next message is due.
    let next = try parts.store.read { reading in
      try reading.runnableInstances(
        of: type, at: parts.clock.now(), limit: 1,
        skipsTimers: try TimerHold.read(reading) != nil
      ).first?.sequence
    }
    return next == nil || next == head ? .nothingDue : .handled
  }

  /// Stops the instance of a message that ended process after process.
  private static func stop(
    _ head: RunnableInstance, _ parts: EngineParts, _ transaction: any StoreTransaction
  ) throws {
    guard
      var work = try InstanceWork(restoring: head.instance, from: transaction),
      var queued = work.takeNext(at: parts.clock.now())
    else { return }
    let retry = try parts.type(queued.message.documentType).retry
    queued.message.attempts = max(queued.message.attempts, retry.tries - 1)
    let handling = MessageHandling(
      parts: parts, organization: try parts.sources.organization(transaction),
      transaction: transaction, faults: try FaultRegister(transaction))
    _ = handling.fail(
      queued,
      with: EngineError(
        .internal, "\(mostDeaths) processes ended while they handled this message"),
      in: &work)
    try work.save(telling: handling.telling, at: parts.clock.now())
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
