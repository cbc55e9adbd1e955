// Signals that wait, for the moments in which nobody else takes them: what was begun is tidied up
// before the process ends.

import Foundation

/// SIGHUP, SIGINT and SIGTERM, held back for the thread that asks.
///
/// A mask and no handler: screen and linear mode have their own handlers while they are up, and what
/// came before is theirs as soon as ``letGo()`` is called.
enum HeldSignals {
  private static let numbers = [SIGHUP, SIGINT, SIGTERM]

  private static var mask: sigset_t {
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in numbers { sigaddset(&mask, number) }
    return mask
  }

  static func hold() {
    var mask = mask
    pthread_sigmask(SIG_BLOCK, &mask, nil)
  }

  static func letGo() {
    var mask = mask
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  /// Whether one of them came and waits.
  static var hasArrived: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return numbers.contains { sigismember(&pending, $0) == 1 }
  }
}
