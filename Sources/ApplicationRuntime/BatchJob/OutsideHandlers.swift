// Handlers that reach outside the store: called between two transactions (SPEC 2).

import Dispatch
import Foundation
import Synchronization
import Workflow
import WorkflowRuntime

/// Calls handlers that reach outside, so many at once, each with a timeout, and records what
/// came of it in a second transaction.
///
/// Each call has a thread of its own while it runs: no pool can fill up with calls that wait.
final class OutsideHandlers: Sendable {
  /// Runs a call somewhere; the simulation gives a serial queue, so that the same seed has the
  /// same order.
  typealias Execution = @Sendable (@escaping @Sendable () -> Void) -> Void

  private let parts: EngineParts
  private let execute: Execution
  private let lanes = Mutex<[String: OutsideLane]>([:])
  private let underWay = DispatchGroup()
  private let timeouts = DispatchQueue(label: "countersign.outside.timeouts")
  /// The messages whose handlers are being called: a pause and a takeover do not call them twice.
  private let messages = Mutex<Set<Int64>>([])
  /// What came of calls while the store could not be written: recorded as soon as it can.
  private let unrecorded = Mutex<[Int64: Ended]>([:])

  private struct Ended {
    let message: Message
    let result: Result<OutsideResult, any Error>
  }

  init(parts: EngineParts, execute: @escaping Execution = { Thread(block: $0).start() }) {
    self.parts = parts
    self.execute = execute
  }

  /// Starts the calls of a batch whose commit has returned; `finished` is called after each.
  func start(
    _ calls: [InstanceWork.OutsideCall], finished: @escaping @Sendable () -> Void
  ) {
    for message in calls.map(\.message) {
      guard messages.withLock({ $0.insert(message.sequence).inserted }) else { continue }
      underWay.enter()
      let isEnded: @Sendable (Result<OutsideResult, any Error>) -> Void = { [self] result in
        unrecorded.withLock { $0[message.sequence] = Ended(message: message, result: result) }
        recordWhatEnded()
        underWay.leave()
        finished()
      }
      do {
        admit(try call(for: message, isEnded: isEnded))
      } catch {
        isEnded(.failure(error))
      }
    }
  }

  /// Waits until no call is under way.
  func wait() { underWay.wait() }

  /// Waits, but no longer than this.
  func wait(atMost limit: Duration) { _ = underWay.wait(timeout: .now() + limit / .seconds(1)) }

  // MARK: One call after the other

  private func admit(_ call: OutsideCall) {
    switch lanes.withLock({ $0[call.handler, default: OutsideLane()].admit(call) }) {
    case .starts: launch(call)
    case .waits: break
    case .isRefused: call.fail(Self.jam(call))
    }
  }

  private func launch(_ call: OutsideCall) {
    execute { [self] in
      let isInTime: Bool
      do {
        let words = try call.body(call.context)
        isInTime = call.end(.success(OutsideResult(words: words, status: call.status)))
      } catch {
        isInTime = call.fail(error)
      }
      let next = lanes.withLock { $0[call.handler]?.leave(wasHanging: !isInTime) }
      if let next { launch(next) }
    }
    timeouts.asyncAfter(deadline: .now() + call.timeout / .seconds(1)) { [self] in
      timeOut(call)
    }
  }

  /// A call that does not come back keeps its place, so that a hanging system outside is not
  /// called without bound; when all places hang, those that wait for one fail as well.
  private func timeOut(_ call: OutsideCall) {
    guard call.fail(EngineError(.tryAgain, "no answer within \(call.timeout)")) else { return }
    let stuck = lanes.withLock { $0[call.handler]?.hang() ?? [] }
    for waiting in stuck { waiting.fail(Self.jam(waiting)) }
  }

  private static func jam(_ call: OutsideCall) -> EngineError {
    EngineError(.tryAgain, "\(call.atOnce) calls have not come back; no more are made at once")
  }

  private func call(
    for message: Message, isEnded: @escaping @Sendable (Result<OutsideResult, any Error>) -> Void
  ) throws -> OutsideCall {
    try parts.store.read { reading in
      guard let instance = try reading.instance(message.instance),
        let stored = try reading.document(message.document)
      else { throw EngineError(.notFound, "\(message.instance) is not in the store any more") }
      let organization = try parts.sources.organization(reading)
      let type = try parts.type(message.documentType)
      let (handler, name) = try EventHandler.named(
        for: message, of: type, instance, parts.sources, reading)
      guard case .outside(let timeout, let atOnce, let status, let body) = handler.body else {
        throw EngineError(.internal, "handler \(name) does not reach outside any more")
      }
      return OutsideCall(
        handler: name, document: message.document, timeout: timeout, atOnce: atOnce,
        status: status, body: body,
        context: OutsideContext(
          event: HandlerEvent(message, of: instance, at: parts.clock.now()),
          document: try Document(stored, type: type, currency: organization.currency),
          organization: organization),
        isEnded: isEnded)
    }
  }

  // MARK: The second transaction

  /// Records what came of calls that have ended. What the store cannot take now is left for the
  /// next time; should this process die before, the next one calls again with the same key.
  func recordWhatEnded() {
    let waiting = unrecorded.withLock { Array($0.values) }
    for ended in waiting.sorted(by: { $0.message.sequence < $1.message.sequence }) {
      let sequence = ended.message.sequence
      // Another thread may be recording it.
      guard unrecorded.withLock({ $0.removeValue(forKey: sequence) }) != nil else { continue }
      do {
        try record(ended.result, of: ended.message)
        messages.withLock { _ = $0.remove(sequence) }
      } catch {
        unrecorded.withLock { $0[sequence] = ended }
      }
    }
  }

  /// Consumes the message, records the result, posts the acknowledgment.
  private func record(_ result: Result<OutsideResult, any Error>, of message: Message) throws {
    let parts = parts
    try parts.store.write { transaction in
      guard
        var work = try InstanceWork(restoring: message.instance, from: transaction),
        let index = work.queue.firstIndex(where: { $0.message.sequence == message.sequence }),
        work.queue[index].message.state == .running
      else { return }
      let faults = try FaultRegister(transaction)
      let handling = MessageHandling(
        parts: parts, organization: try parts.sources.organization(transaction),
        transaction: transaction, faults: faults)
      let queued = work.queue.remove(at: index)
      try handling.outsideEnded(queued, result, in: &work)
      try work.save(telling: handling.telling, at: parts.clock.now())
      try faults.save(to: transaction)
    }
  }
}
