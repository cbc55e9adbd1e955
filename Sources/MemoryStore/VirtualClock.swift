// Time as a test wants it.

import ApplicationRuntime
import Synchronization
import Workflow

/// A clock that stands still until it is moved.
public final class VirtualClock: EngineClock {
  private let time: Mutex<Timestamp>
  private let boot = Mutex(Boot())

  private struct Boot {
    var name = "boot-1"
    /// What the clock showed when the machine started, had nobody set it since.
    var began = Timestamp(microseconds: 0)
  }
  private let tick: Mutex<Duration>

  /// - Parameters:
  ///   - start: what it shows first.
  ///   - tick: how much it moves each time it is read.
  public init(
    start: Timestamp = Timestamp(microseconds: 1_772_442_000_000_000), tick: Duration = .zero
  ) {
    time = Mutex(start)
    self.tick = Mutex(tick)
  }

  public func now() -> Timestamp {
    let tick = tick.withLock { $0 }
    return time.withLock { time in
      time = time.advanced(by: tick)
      return time
    }
  }

  /// The clock since the machine's start goes along with it, but for leaps.
  public var sinceBoot: BootReading? {
    let now = time.withLock { $0 }
    return boot.withLock { BootReading(boot: $0.name, elapsed: now.duration(since: $0.began)) }
  }

  /// Somebody sets it: the clock since the machine's start stays as it is.
  public func leap(by duration: Duration) {
    time.withLock { $0 = $0.advanced(by: duration) }
    boot.withLock { $0.began = $0.began.advanced(by: duration) }
  }

  /// The machine starts anew.
  public func restartMachine() {
    let now = time.withLock { $0 }
    boot.withLock { $0 = Boot(name: $0.name + "+", began: now) }
  }

  /// Moves it on.
  public func advance(by duration: Duration) {
    time.withLock { $0 = $0.advanced(by: duration) }
  }

  /// Moves it on to a time; one in the past changes nothing.
  public func advance(to later: Timestamp) { time.withLock { $0 = max($0, later) } }

  /// Changes how much it moves each time it is read.
  public func setTick(_ duration: Duration) { tick.withLock { $0 = duration } }
}
