// The right to run the batch job, which a batch takes and keeps.

import ApplicationRuntime
import Foundation
import Workflow

extension Session {
  private static let pause: TimeInterval = 0.05

  /// Takes the right to run for every type. A process that has one is asked to yield it; throws
  /// when `--wait` is over before that.
  func keepRun(in store: BatchStore) throws {
    let deadline = ContinuousClock.now + options.wait.duration
    for type in engine.types.keys.sorted() {
      guard try !store.keepRun(of: type) else { continue }
      try engine.askRunnerToYield()
      while try !store.keepRun(of: type) {
        guard ContinuousClock.now < deadline else {
          throw EngineError(
            .tryAgain, "Another process runs the batch job of \(type); nothing was done.")
        }
        Thread.sleep(forTimeInterval: Self.pause)
      }
    }
  }
}
