// One fault of a handler holds the messages of all its instances (SPEC 9).

import Synchronization
import Workflow

/// Counts the instances in a row that failed with one handler. From the fifth on, its messages
/// wait as one fault without using up their attempts; one is tried at a time until one passes.
final class FaultRegister: Sendable {
  private struct Fault {
    var instances: Set<InstanceID> = []
    var retryAt: Timestamp
    var delay: Duration
  }

  /// So many instances in a row make a fault of the handler, not of the instance.
  private static let threshold = 5
  private static let longestDelay = Duration.seconds(60)

  private let faults = Mutex<[String: Fault]>([:])

  /// Whether a message of this handler has to wait. The first that comes after the fault's time
  /// is let through, to see whether it passes.
  func holds(_ handler: String, at now: Timestamp) -> Bool {
    faults.withLock { faults in
      guard var fault = faults[handler], fault.instances.count >= Self.threshold else {
        return false
      }
      guard now >= fault.retryAt else { return true }
      fault.retryAt = now.advanced(by: fault.delay)
      faults[handler] = fault
      return false
    }
  }

  func retryTime(of handler: String) -> Timestamp? {
    faults.withLock { $0[handler]?.retryAt }
  }

  /// Notes a failure.
  ///
  /// - Returns: whether the handler's messages were held as one fault already: this one was let
  ///   through to see whether it passes, and does not use up an attempt.
  func failed(_ handler: String, _ instance: InstanceID, at now: Timestamp) -> Bool {
    faults.withLock { faults in
      var fault = faults[handler] ?? Fault(retryAt: now, delay: .seconds(1))
      let wasHeld = fault.instances.count >= Self.threshold
      fault.instances.insert(instance)
      if fault.instances.count >= Self.threshold {
        fault.retryAt = now.advanced(by: fault.delay)
        fault.delay = min(fault.delay * 2, Self.longestDelay)
      }
      faults[handler] = fault
      return wasHeld
    }
  }

  func passed(_ handler: String) {
    faults.withLock { faults in
      guard faults[handler] != nil else { return }
      faults[handler] = nil
    }
  }
}
