// Waiting for something to become true, up to a deadline.

import Foundation

enum Waiting {
  /// Looks again and again until the condition holds; false when the time is over.
  static func until(
    within time: Duration, every pause: Duration = .milliseconds(10),
    _ condition: () throws -> Bool
  ) rethrows -> Bool {
    let deadline = ContinuousClock.now + time
    while true {
      if try condition() { return true }
      guard ContinuousClock.now < deadline else { return false }
      usleep(UInt32(pause / .microseconds(1)))
    }
  }
}

extension Duration {
  var inSeconds: Double { self / .seconds(1) }
}
