// Standard error while the screen is up: into the log, so that nothing is written over the pages.

import Foundation

/// From its making to `end()` whatever writes to standard error writes to the log.
final class DivertedErrors {
  /// Where standard error went before: for the person's editor, which runs without the screen.
  private(set) var terminal: Int32?

  /// - Parameter log: nil throws away what is written.
  init(to log: ProgramLog?) {
    let saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard saved >= 0 else { return }
    let target = log?.descriptor ?? open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard target >= 0, dup2(target, STDERR_FILENO) >= 0 else {
      close(saved)
      return
    }
    if log == nil { close(target) }
    terminal = saved
  }

  deinit { end() }

  func end() {
    guard let saved = terminal else { return }
    dup2(saved, STDERR_FILENO)
    close(saved)
    terminal = nil
  }
}
