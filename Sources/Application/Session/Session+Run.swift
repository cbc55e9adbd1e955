// Whether this process may run the batch job: a batch must.

import ApplicationRuntime
import Foundation
import Workflow

extension Session {
  private static let pause: TimeInterval = 0.05

  /// Waits until no other process runs the batch job; throws when `--wait` is over.
  func requireRun() throws {
    let deadline = ContinuousClock.now + options.wait.duration
    for type in engine.types.keys.sorted() {
      while true {
        if let claim = try engine.store.claimRun(of: type) {
          claim.release()
          break
        }
        guard ContinuousClock.now < deadline else {
          throw EngineError(
            .tryAgain, "Another process runs the batch job of \(type); nothing was done.")
        }
        Thread.sleep(forTimeInterval: Self.pause)
      }
    }
  }
}
