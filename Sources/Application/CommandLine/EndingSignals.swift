// Waiting for the signal that ends a command that runs on and on.

import Dispatch
import Foundation
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as something to wait for. While it lives they do not end the
/// process by themselves.
///
/// Unchecked, because a Dispatch source is not marked as Sendable; it is only activated and
/// canceled, which any thread may do.
final class EndingSignals: @unchecked Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let received = Mutex<Int32?>(nil)
  private let sources: [any DispatchSourceSignal]

  init() {
    let queue = DispatchQueue(label: "countersign.signals")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM, SIGHUP]) {
      source.setEventHandler { @Sendable [weak self] in self?.end(by: number) }
      source.activate()
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }

  private func end(by number: Int32) {
    received.withLock { if $0 == nil { $0 = number } }
    semaphore.signal()
  }

  /// Wakes what waits, without a signal.
  func wake() { semaphore.signal() }

  /// The status that a signal asks to end with; nil while none came.
  var ending: ExitStatus? {
    received.withLock { $0 }.map { $0 == SIGINT ? .interrupted : .done }
  }

  /// Waits for a signal.
  func wait() -> ExitStatus {
    while true {
      semaphore.wait()
      if let ending { return ending }
    }
  }

  /// Waits for a signal or for ``wake()``.
  func waitForWake() -> ExitStatus? {
    semaphore.wait()
    return ending
  }
}
