// Letting a command's drives of the batch job begin, and ending them before the process is stopped.

import Dispatch
import Synchronization

/// Closed while the process is suspended: who drives the job finishes the commit under way and
/// gives the right to run up.
final class DriveGate: Sendable {
  private let closed = Atomic(false)
  private let drives = Atomic(0)

  /// Looked at between two commits.
  var isClosed: Bool { closed.load(ordering: .sequentiallyConsistent) }

  /// Runs a drive; nil while it is closed.
  func drive<Result>(_ body: () throws -> Result) rethrows -> Result? {
    drives.add(1, ordering: .sequentiallyConsistent)
    defer { drives.subtract(1, ordering: .sequentiallyConsistent) }
    return isClosed ? nil : try body()
  }

  /// Returns when no drive is under way.
  func close() {
    closed.store(true, ordering: .sequentiallyConsistent)
    let pause = DispatchSemaphore(value: 0)
    while drives.load(ordering: .sequentiallyConsistent) > 0 {
      _ = pause.wait(timeout: .now() + .milliseconds(2))
    }
  }

  func open() { closed.store(false, ordering: .sequentiallyConsistent) }
}
