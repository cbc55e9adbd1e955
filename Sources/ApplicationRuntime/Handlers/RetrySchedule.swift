// How often, and how long apart, a failed message is tried again (SPEC 9).

/// The tries of a message that fails, with a delay that grows.
public struct RetrySchedule: Hashable, Sendable {
  /// After so many tries the instance is stopped.
  public let tries: Int
  public let firstDelay: Duration
  public let longestDelay: Duration

  public init(
    tries: Int = 5, firstDelay: Duration = .seconds(1), longestDelay: Duration = .seconds(600)
  ) {
    self.tries = max(1, tries)
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
  }

  /// The delay after so many failed tries: four times longer each time, up to the longest.
  public func delay(afterAttempt attempt: Int) -> Duration {
    var delay = firstDelay
    for _ in 1..<max(1, min(attempt, 32)) where delay < longestDelay { delay *= 4 }
    return min(delay, longestDelay)
  }
}
