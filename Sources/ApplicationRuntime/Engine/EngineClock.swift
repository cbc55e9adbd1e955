// The one place that reads the time.

import Workflow

/// What time it is. Everything in the engine asks this, and nothing else.
public protocol EngineClock: Sendable {
  func now() -> Timestamp
  /// How long this machine has been running, by the clock that nobody can set; nil for a clock
  /// that is moved by hand, whose leaps are meant.
  var sinceBoot: BootReading? { get }
}

extension EngineClock {
  public var sinceBoot: BootReading? { nil }
}

/// A reading of the clock that counts from the start of the machine, sleep included.
public struct BootReading: Hashable, Sendable {
  /// Names this run of the machine: readings of two runs cannot be compared.
  public let boot: String
  public let elapsed: Duration

  public init(boot: String, elapsed: Duration) {
    self.boot = boot
    self.elapsed = elapsed
  }
}
