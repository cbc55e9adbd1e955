// Handlers that reach outside the store: called between two transactions (SPEC 2).

import Dispatch
import Foundation
import Synchronization
import Workflow
import WorkflowRuntime

/// Calls handlers that reach outside, so many at once, each with a timeout, and records what
/// came of it in a second transaction.
final class OutsideHandlers: Sendable {
  private let parts: EngineParts
  private let faults: FaultRegister
  private let work: DispatchQueue
  private let gates = Mutex<[String: DispatchSemaphore]>([:])
  private let underWay = DispatchGroup()
  /// The messages whose handlers are being called: a pause and a takeover do not call them twice.
  private let messages = Mutex<Set<Int64>>([])
  /// What came of calls while the store could not be written: recorded as soon as it can.
  private let unrecorded = Mutex<[Int64: Ended]>([:])

  private struct Ended {
    let message: Message
    let result: Result<String?, any Error>
  }

  /// - Parameter queue: where they are called; the simulation gives a serial one, so that the
  ///   same seed has the same order.
  init(
    parts: EngineParts, faults: FaultRegister,
    queue: DispatchQueue = DispatchQueue(label: "countersign.outside", attributes: .concurrent)
  ) {
    self.parts = parts
    self.faults = faults
    work = queue
  }

  /// Starts the calls of a batch whose commit has returned; `finished` is called after each.
  func start(
    _ calls: [InstanceWork.OutsideCall], finished: @escaping @Sendable () -> Void
  ) {
    for call in calls {
      let sequence = call.message.sequence
      guard messages.withLock({ $0.insert(sequence).inserted }) else { continue }
      underWay.enter()
      work.async {
        self.run(call.message)
        self.underWay.leave()
        finished()
      }
    }
  }

  /// Waits until no call is under way.
  func wait() { underWay.wait() }

  /// Waits, but no longer than this.
  func wait(atMost limit: Duration) { _ = underWay.wait(timeout: .now() + limit / .seconds(1)) }

  private func run(_ message: Message) {
    let result: Result<String?, any Error>
    do {
      let (context, handler, name) = try parts.store.read { try self.context(for: message, $0) }
      guard case .outside(let timeout, let atOnce, let body) = handler.body else {
        throw EngineError(.internal, "handler \(name) does not reach outside any more")
      }
      let gate = gate(name, atOnce)
      gate.wait()
      result = Self.call(body, context, timeout: timeout) { gate.signal() }
        .mapError { HandlerFailure(handler: name, document: message.document, reason: $0) }
      if case .success = result { faults.passed(name) }
    } catch {
      result = .failure(error)
    }
    keep(Ended(message: message, result: result))
    recordWhatEnded()
  }

  private func keep(_ ended: Ended) {
    unrecorded.withLock { $0[ended.message.sequence] = ended }
  }

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
        keep(ended)
      }
    }
  }

  private func gate(_ name: String, _ atOnce: Int) -> DispatchSemaphore {
    gates.withLock { gates in
      if let gate = gates[name] { return gate }
      let gate = DispatchSemaphore(value: atOnce)
      gates[name] = gate
      return gate
    }
  }

  /// Runs a handler with a timeout. One that does not come back keeps its place among those
  /// that run at once, so that a hanging system outside is not called without bound.
  private static func call(
    _ body: @escaping @Sendable (OutsideContext) throws -> String?, _ context: OutsideContext,
    timeout: Duration, ended: @escaping @Sendable () -> Void
  ) -> Result<String?, any Error> {
    let done = DispatchSemaphore(value: 0)
    let cell = ResultCell()
    DispatchQueue.global().async {
      let result = Result { try body(context) }
      cell.set(result)
      ended()
      done.signal()
    }
    guard done.wait(timeout: .now() + timeout / .seconds(1)) == .success,
      let result = cell.value
    else {
      return .failure(EngineError(.tryAgain, "no answer within \(timeout)"))
    }
    return result
  }

  private func context(
    for message: Message, _ reading: any StoreReading
  ) throws -> (OutsideContext, EventHandler, String) {
    guard let instance = try reading.instance(message.instance),
      let stored = try reading.document(message.document)
    else { throw EngineError(.notFound, "\(message.instance) is not in the store any more") }
    let organization = try parts.sources.organization(reading)
    let type = try parts.type(message.documentType)
    let (handler, name) = try EventHandler.named(
      for: message, of: type, instance, parts.sources, reading)
    let document = try Document(stored, type: type, currency: organization.currency)
    return (
      OutsideContext(
        event: HandlerEvent(message, of: instance, at: parts.clock.now()), document: document,
        organization: organization),
      handler, name
    )
  }

  /// The second transaction: consumes the message, records the result, posts the acknowledgment.
  private func record(_ result: Result<String?, any Error>, of message: Message) throws {
    let parts = parts
    let faults = faults
    try parts.store.write { transaction in
      guard
        var work = try InstanceWork(
          restoring: message.instance, at: parts.clock.now(), from: transaction),
        let index = work.queue.firstIndex(where: { $0.message.sequence == message.sequence }),
        work.queue[index].message.state == .running
      else { return }
      let handling = MessageHandling(
        parts: parts, organization: try parts.sources.organization(transaction),
        transaction: transaction, faults: faults)
      let queued = work.queue.remove(at: index)
      try handling.outsideEnded(queued, result, in: &work)
      try work.save(to: transaction, random: parts.random, at: parts.clock.now())
    }
  }
}

/// A result that two threads hand over.
private final class ResultCell: Sendable {
  private let box = Mutex<Result<String?, any Error>?>(nil)

  var value: Result<String?, any Error>? { box.withLock { $0 } }

  func set(_ result: Result<String?, any Error>) { box.withLock { $0 = result } }
}
