// Running deliveries: outside of every transaction, so many at once, in order for each person.

import Dispatch
import Foundation
import Synchronization
import Workflow
import WorkflowRuntime

/// Whoever holds the right to deliver uses it. Each attempt is recorded before its program is
/// started, and its end afterwards: a process that dies in between leaves a delivery that the next
/// one runs again with the same key.
final class DeliveryRunner: Sendable {
  /// The right to deliver is one of the rights to run: one process at a time has it.
  static let right = DocumentTypeID("notifications.delivery")
  /// Tries of one delivery, and how long apart.
  private static let schedule = RetrySchedule(
    tries: 6, firstDelay: .seconds(10), longestDelay: .seconds(3_600))
  private static let window = 100

  private struct Ended {
    let delivery: StoredDelivery
    let failure: DeliveryFailure?
  }

  private let parts: EngineParts
  private let underWay = Mutex<[Int64: NotificationTransport]>([:])
  private let group = DispatchGroup()
  /// What came of deliveries while the store could not be written: recorded as soon as it can.
  private let unrecorded = Mutex<[Int64: Ended]>([:])
  private let mustStop = Atomic(false)

  init(parts: EngineParts) { self.parts = parts }

  /// Starts what is due and has a place; `finished` is called after each.
  ///
  /// - Returns: whether something was started, is under way, or was ended without being run.
  func startDue(finished: @escaping @Sendable () -> Void) throws -> Bool {
    recordWhatEnded()
    mustStop.store(false, ordering: .relaxed)
    guard try parts.store.read({ try !chosen($0).isEmpty }) else { return isUnderWay }
    let started = try parts.store.write { [self] transaction in try begin(transaction) }
    for transport in started.transports { launch(transport, finished) }
    return started.hasEnded || !started.transports.isEmpty || isUnderWay
  }

  var isUnderWay: Bool { underWay.withLock { !$0.isEmpty } }

  /// Waits until no program runs.
  func wait() { group.wait() }

  /// Ends the programs that run; their deliveries are run again by the next one.
  func stop() {
    mustStop.store(true, ordering: .relaxed)
    group.wait()
  }

  // MARK: The first transaction

  /// Those that are due, not under way, and for which there is a place.
  private func chosen(_ reading: any StoreReading) throws -> [StoredDelivery] {
    guard try !BatchJobSettings.read(reading).isPaused else { return [] }
    let due = try reading.dueDeliveries(at: parts.clock.now(), limit: Self.window)
    let settings = try parts.sources.organization(reading).notifications
    let running = underWay.withLock { $0 }
    var places = settings.transports.mapValues(\.atOnce)
    for transport in running.values { places[transport, default: 1] -= 1 }
    return due.filter { delivery in
      guard running[delivery.number] == nil, places[delivery.transport, default: 1] > 0 else {
        return false
      }
      places[delivery.transport, default: 1] -= 1
      return true
    }
  }

  /// Records an attempt of each; what cannot be run at all is ended.
  private func begin(
    _ transaction: any StoreTransaction
  ) throws -> (transports: [Transport], hasEnded: Bool) {
    let organization = try parts.sources.organization(transaction)
    let store = try name(transaction)
    var transports: [Transport] = []
    var hasEnded = false
    for var delivery in try chosen(transaction) {
      // It may have ended the process that ran it last.
      guard delivery.attempts < Self.schedule.tries else {
        let failure = DeliveryFailure(delivery.error ?? "no try came to its end", isFinal: true)
        try transaction.update(delivery.ended(failure, Self.schedule, at: parts.clock.now()))
        hasEnded = true
        continue
      }
      delivery.attempts += 1
      delivery.state = .running
      do {
        let transport = try Transport(
          delivery, key: "\(store)-\(delivery.number)", in: organization)
        try transaction.update(delivery)
        transports.append(transport)
      } catch let failure as DeliveryFailure {
        try transaction.update(delivery.ended(failure, Self.schedule, at: parts.clock.now()))
        hasEnded = true
      }
    }
    let numbers = transports.map { ($0.delivery.number, $0.delivery.transport) }
    underWay.withLock { for (number, transport) in numbers { $0[number] = transport } }
    return (transports, hasEnded)
  }

  /// Names this store in keys, for no two may send under the same one.
  private func name(_ transaction: any StoreTransaction) throws -> String {
    if let name = try transaction.setting(SettingName.deliveryName) { return name }
    let name = "countersign-" + parts.random.bytes(6).hexadecimal
    try transaction.set(name, for: SettingName.deliveryName)
    return name
  }

  // MARK: The program, and the second transaction

  private func launch(_ transport: Transport, _ finished: @escaping @Sendable () -> Void) {
    group.enter()
    Thread { [self] in
      var failure: DeliveryFailure?
      do {
        try transport.run { mustStop.load(ordering: .relaxed) }
      } catch {
        failure = error as? DeliveryFailure ?? DeliveryFailure("\(error)")
      }
      let number = transport.delivery.number
      if failure == nil || !mustStop.load(ordering: .relaxed) {
        let ended = Ended(delivery: transport.delivery, failure: failure)
        unrecorded.withLock { $0[number] = ended }
        recordWhatEnded()
      } else {
        underWay.withLock { _ = $0.removeValue(forKey: number) }
      }
      group.leave()
      finished()
    }.start()
  }

  /// What the store cannot take now is left for the next time.
  private func recordWhatEnded() {
    let waiting = unrecorded.withLock { Array($0.values) }
    for ended in waiting.sorted(by: { $0.delivery.number < $1.delivery.number }) {
      let number = ended.delivery.number
      // Another thread may be recording it.
      guard unrecorded.withLock({ $0.removeValue(forKey: number) }) != nil else { continue }
      do {
        let now = parts.clock.now()
        try parts.store.write { transaction in
          // It may have been erased meanwhile.
          guard try transaction.delivery(number) != nil else { return }
          try transaction.update(ended.delivery.ended(ended.failure, Self.schedule, at: now))
        }
        underWay.withLock { _ = $0.removeValue(forKey: number) }
      } catch {
        unrecorded.withLock { $0[number] = ended }
      }
    }
  }
}

extension StoredDelivery {
  /// What becomes of it after a try: delivered, tried again later, or given up.
  fileprivate func ended(
    _ failure: DeliveryFailure?, _ schedule: RetrySchedule, at now: Timestamp
  ) -> StoredDelivery {
    var delivery = self
    delivery.error = failure?.description
    if let failure, !failure.isFinal, attempts < schedule.tries {
      delivery.state = .waiting
      delivery.dueAt = now.advanced(by: schedule.delay(afterAttempt: attempts))
    } else {
      delivery.state = failure == nil ? .delivered : .failed
      delivery.endedAt = now
    }
    return delivery
  }
}
