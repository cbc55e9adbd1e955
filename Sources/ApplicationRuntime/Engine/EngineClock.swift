// The one place that reads the time.

import Workflow

#if canImport(Glibc)
  import Glibc
#endif

/// What time it is. Everything in the engine asks this, and nothing else.
public protocol EngineClock: Sendable {
  func now() -> Timestamp
}

/// The machine's clock.
public struct SystemClock: EngineClock {
  public init() {}

  public func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }
}
