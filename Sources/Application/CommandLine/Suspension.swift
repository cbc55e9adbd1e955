// Ctrl-Z in a process that may have the right to run the batch job.

import Dispatch
import Foundation

/// While it lives SIGTSTP does not stop the process by itself: the rights to run are given up
/// first, and taken back when the shell continues it, so that others take over meanwhile (SPEC 2).
///
/// Unchecked, because a Dispatch source is not marked as Sendable; it is only activated and
/// canceled, which any thread may do.
final class Suspension: @unchecked Sendable {
  private let source: any DispatchSourceSignal

  /// - Parameter suspend: gives up what others need, calls its argument, which stops the process
  ///   and returns when it is continued, and takes it back. It runs on a thread of its own.
  init(_ suspend: @escaping @Sendable (_ stop: () -> Void) -> Void) {
    signal(SIGTSTP, SIG_IGN)
    source = DispatchSource.makeSignalSource(
      signal: SIGTSTP, queue: DispatchQueue(label: "countersign.suspension"))
    source.setEventHandler { @Sendable in suspend(Self.stop) }
    source.activate()
  }

  deinit {
    source.cancel()
    signal(SIGTSTP, SIG_DFL)
  }

  /// Stops the process as the shell expects it; nothing happens where no shell could continue it.
  private static func stop() {
    var stopping = sigset_t()
    var before = sigset_t()
    sigemptyset(&stopping)
    sigaddset(&stopping, SIGTSTP)
    signal(SIGTSTP, SIG_DFL)
    // Threads of Dispatch have all signals blocked.
    pthread_sigmask(SIG_UNBLOCK, &stopping, &before)
    raise(SIGTSTP)
    pthread_sigmask(SIG_SETMASK, &before, nil)
    signal(SIGTSTP, SIG_IGN)
  }
}
