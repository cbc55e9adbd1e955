// The right to run the batch job, which a batch takes and keeps.

import ApplicationRuntime
import Foundation
import Workflow

extension Session {
  /// Takes the right to run for every type. A process that has one is asked to yield it; throws
  /// when `--wait` is over before that.
  func keepRun(in store: BatchStore) throws {
    guard try !engine.keepRuns(in: store, within: options.wait.duration) else { return }
    throw EngineError(.tryAgain, "Another process runs the batch job; nothing was done.")
  }

  /// Lets a command be stopped by Ctrl-Z without the right to run that it may have.
  func suspension() -> Suspension {
    let engine = engine
    return Suspension { stop in engine.withoutDriving(stop) }
  }
}

extension Engine {
  private static let pause: TimeInterval = 0.05

  /// Takes the right to run for every type; false when another process still has one then.
  func keepRuns(in store: BatchStore, within time: Duration) throws -> Bool {
    let deadline = ContinuousClock.now + time
    for type in types.keys.sorted() {
      guard try !store.keepRun(of: type) else { continue }
      try askRunnerToYield()
      while try !store.keepRun(of: type) {
        guard ContinuousClock.now < deadline else { return false }
        Thread.sleep(forTimeInterval: Self.pause)
      }
    }
    return true
  }
}
