// What the machine can do by itself, measured in the same run.

import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The limits that the engine's figures are held against.
struct Machine: CustomStringConvertible {
  /// Flushes of one 4 KiB page each, one after another, in a second.
  let flushesPerSecond: Double

  /// Writes and flushes for a second in the folder of the stores.
  static func measure(in folder: String) throws -> Machine {
    let descriptor = Glibc.open(folder + "/flush", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
    defer { close(descriptor) }
    let page = [UInt8](repeating: 7, count: 4_096)
    let clock = ContinuousClock()
    let began = clock.now
    var count = 0
    while clock.now - began < .seconds(1) {
      guard pwrite(descriptor, page, page.count, off_t(count % 256 * page.count)) == page.count,
        fdatasync(descriptor) == 0
      else { throw POSIXError(.EIO) }
      count += 1
    }
    return Machine(flushesPerSecond: Double(count) / (clock.now - began).inSeconds)
  }

  var description: String {
    "machine: \(rounded(flushesPerSecond)) flushes a second, one after another"
  }
}

/// The time that all cores have spent in this process so far: other work on the machine changes it
/// little.
func cpuTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// A figure with as many digits as one can read at a glance.
func rounded(_ number: Double) -> String {
  number >= 100
    ? String(format: "%.0f", number)
    : number >= 1 ? String(format: "%.1f", number) : String(format: "%.3f", number)
}
