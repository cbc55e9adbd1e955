// A program in a terminal of its own, so that what it writes can be counted.

import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The other side of a terminal: what is written to it are keys, what is read is what a person
/// would see.
final class PseudoTerminal {
  private let descriptor: Int32
  private let process = Process()
  let startedAt: ContinuousClock.Instant

  /// `TIOCSPTLCK` and `TIOCGPTN`.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(
    _ program: String, _ arguments: [String], columns: Int, rows: Int
  ) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.ENODEV) }
    // Glibc's module does not have `ptsname` and `unlockpt`; these are what they ask of Linux.
    var (locked, number): (Int32, Int32) = (0, 0)
    guard ioctl(descriptor, Self.setLock, &locked) == 0,
      ioctl(descriptor, Self.getNumber, &number) == 0
    else { throw POSIXError(.ENODEV) }
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw POSIXError(.ENODEV) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables["TERM"] = "xterm-256color"
    variables["LC_ALL"] = "C.UTF-8"
    process.environment = variables
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    startedAt = .now
    try process.run()
  }

  var processIdentifier: Int32 { process.processIdentifier }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// What is written until nothing comes for a while.
  ///
  /// - Returns: how many bytes, and when the first of them came.
  func output(
    until text: String? = nil, quiet: Duration, within limit: Duration = .seconds(30)
  ) -> (bytes: Int, first: ContinuousClock.Instant?, found: ContinuousClock.Instant?) {
    let end = ContinuousClock.now + limit
    var all: [UInt8] = []
    var (first, found): (ContinuousClock.Instant?, ContinuousClock.Instant?)
    let wanted = text.map { Array($0.utf8) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while ContinuousClock.now < end {
      let isWaiting = wanted != nil && found == nil
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = Glibc.poll(&poll, 1, isWaiting ? 1_000 : Int32(quiet.inSeconds * 1_000))
      if ready == 0, !isWaiting { break }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      let now = ContinuousClock.now
      first = first ?? now
      all += buffer[0..<count]
      if found == nil, let wanted, all.contains(wanted) { found = now }
    }
    return (all.count, first, found)
  }

  /// The time that the program has spent on a processor.
  var processorTime: Duration {
    let path = "/proc/\(processIdentifier)/stat"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 12,
      let user = Int(fields[11]), let system = Int(fields[12])
    else { return .zero }
    return .milliseconds((user + system) * 1_000 / sysconf(Int32(_SC_CLK_TCK)))
  }

  func end() {
    process.terminate()
    process.waitUntilExit()
    close(descriptor)
  }
}
