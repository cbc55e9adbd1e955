// One run of a long task, as those who do it see it.

import ApplicationRuntime
import Synchronization

/// Tells how far it is, and learns when it is to stop.
final class LongRun: Sendable {
  private let stops: @Sendable () -> Bool
  private let telling: @Sendable (Int, Int?) -> Void
  private let told = Mutex<ContinuousClock.Instant?>(nil)

  /// Nobody reads faster.
  private static let pause = Duration.milliseconds(200)

  init(
    stops: @escaping @Sendable () -> Bool, telling: @escaping @Sendable (Int, Int?) -> Void
  ) {
    self.stops = stops
    self.telling = telling
  }

  var isStopped: Bool { stops() }

  /// A safe point: throws when it is to end there.
  func check(_ sentence: String) throws(EngineError) {
    if stops() { throw EngineError(.interrupted, sentence) }
  }

  /// Tells how much of it is done, now and then.
  func tell(_ done: Int, of total: Int?) {
    let isDue = told.withLock { told in
      if let last = told, last.duration(to: .now) < Self.pause { return false }
      told = .now
      return true
    }
    if isDue { telling(done, total) }
  }
}
