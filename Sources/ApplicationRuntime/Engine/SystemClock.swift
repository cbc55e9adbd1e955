// The clocks of the machine.

import Foundation
import Workflow

#if canImport(Glibc)
  import Glibc
#endif

/// The machine's clock.
public struct SystemClock: EngineClock {
  /// The same for every process as long as the machine runs; nil where it is not told.
  private let boot: String?

  public init() {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    boot = text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }

  public func now() -> Timestamp { Timestamp(microseconds: Self.read(CLOCK_REALTIME)) }

  public var sinceBoot: BootReading? {
    boot.map { BootReading(boot: $0, elapsed: .microseconds(Self.read(CLOCK_BOOTTIME))) }
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}
