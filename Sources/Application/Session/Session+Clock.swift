// Moving the clock of a test-clock store: what falls due before the new time runs first.

import ApplicationRuntime
import Workflow

extension Session {
  /// Moves the clock, after running what is due before the new time, each at its own time. The
  /// caller sees to it that the clock is saved.
  ///
  /// - Parameter wait: how long another process that runs the job is waited for.
  func moveClock(to time: Timestamp, wait: Duration? = nil) throws {
    guard let clock else {
      throw EngineError(
        .usage, "The time can be set only in a store with a test clock (`init --test-clock`).")
    }
    guard time >= clock.now() else {
      throw EngineError(
        .badData,
        "The clock stands at \(clock.now().iso8601) and never goes back to \(time.iso8601).")
    }
    while let next = try nextTimer(), next > clock.now(), next < time {
      clock.advance(to: next)
      guard try engine.settle(nil, wait: wait ?? options.wait.duration) else { break }
    }
    clock.advance(to: time)
  }

  /// When the next message can run.
  private func nextTimer() throws -> Timestamp? {
    try engine.store.read { store in
      try engine.types.keys.compactMap { try store.nextRunnableTime(of: $0) }.min()
    }
  }
}
