// Bytes that look random and are the same in every run.

import ApplicationRuntime
import Synchronization

/// A source of chance for tests: its bytes differ from call to call and repeat from run to run.
public final class CountingRandom: RandomSource {
  private let calls = Mutex<UInt64>(0)

  public init() {}

  public func bytes(_ count: Int) -> [UInt8] {
    let call = calls.withLock { calls in
      calls += 1
      return calls
    }
    return (0..<count).map { UInt8(truncatingIfNeeded: call >> (8 * ($0 % 8))) }
  }
}
