// One fault of a handler holds the messages of all its instances (SPEC 9).

import Workflow
import WorkflowRuntime

/// Counts the instances in a row that failed with one handler. From the fifth on, its messages
/// wait as one fault without using up their attempts; one is tried at a time until one passes.
///
/// It belongs to one write transaction, which reads it from the store and writes what changed: so
/// every process knows it, short-lived commands as well.
final class FaultRegister {
  fileprivate struct Fault: Hashable {
    /// As many as make a fault; more are not told apart.
    var instances: Set<InstanceID> = []
    var retryAt: Timestamp
    var delay: Duration
  }

  /// So many instances in a row make a fault of the handler, not of the instance.
  private static let threshold = 5
  private static let longestDelay = Duration.seconds(60)

  private var faults: [String: Fault] = [:]
  private let stored: String?

  init(_ reading: any StoreReading) throws {
    stored = try reading.setting(SettingName.faults)
    // What cannot be read any more is forgotten: it is counted anew.
    let object = stored.flatMap { try? JSON(parsing: $0) }?.object ?? JSONObject()
    for (handler, json) in object { faults[handler] = try? Fault(stored: json) }
  }

  /// Writes what changed; once, at the end of the transaction.
  func save(to transaction: any StoreTransaction) throws {
    let pairs = faults.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }
    let text = faults.isEmpty ? nil : JSON.object(JSONObject(pairs)).text
    if text != stored { try transaction.set(text, for: SettingName.faults) }
  }

  /// Whether a message of this handler has to wait. The first that comes after the fault's time
  /// is let through, to see whether it passes.
  func holds(_ handler: String, at now: Timestamp) -> Bool {
    guard var fault = faults[handler], fault.instances.count >= Self.threshold else {
      return false
    }
    guard now >= fault.retryAt else { return true }
    fault.retryAt = now.advanced(by: fault.delay)
    faults[handler] = fault
    return false
  }

  func retryTime(of handler: String) -> Timestamp? { faults[handler]?.retryAt }

  /// Notes a failure.
  ///
  /// - Returns: whether the handler's messages were held as one fault already: this one was let
  ///   through to see whether it passes, and does not use up an attempt.
  func failed(_ handler: String, _ instance: InstanceID, at now: Timestamp) -> Bool {
    var fault = faults[handler] ?? Fault(retryAt: now, delay: .seconds(1))
    let wasHeld = fault.instances.count >= Self.threshold
    if !wasHeld { fault.instances.insert(instance) }
    if fault.instances.count >= Self.threshold {
      fault.retryAt = now.advanced(by: fault.delay)
      fault.delay = min(fault.delay * 2, Self.longestDelay)
    }
    faults[handler] = fault
    return wasHeld
  }

  func passed(_ handler: String) { faults[handler] = nil }
}

extension FaultRegister.Fault: Storable {
  var json: JSON {
    var parts = StoredParts()
    parts.add("instances", instances.sorted())
    parts.add("retryAt", retryAt)
    parts.add("delaySeconds", Int(delay / .seconds(1)))
    return parts.json
  }

  init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "fault")
    self.init(
      instances: Set(try object.required("instances", [InstanceID].self)),
      retryAt: try object.required("retryAt"),
      delay: .seconds(try object.required("delaySeconds", Int.self)))
  }
}
