// What a program says on standard error: the beginning of it.

import Glibc

/// A pipe that is read while the program runs, so that it never waits; what is too much is
/// forgotten. Used by one thread.
final class ErrorPipe {
  private let reading: Int32
  private(set) var writing: Int32
  private(set) var bytes: [UInt8] = []

  private static let limit = 4_096

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw DeliveryFailure("no pipe can be made: \(DeliveryFailure.words(errno))")
    }
    // One that inherits an end by chance does no harm: nobody waits for the end of the pipe.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writing >= 0 { Glibc.close(writing) }
    writing = -1
  }

  func close() {
    closeWriting()
    Glibc.close(reading)
  }

  /// Waits until there is something to read, so many milliseconds at most.
  func wait(atMost milliseconds: Int32) {
    var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    // When nobody writes any more it is ready for ever.
    if poll(&descriptor, 1, milliseconds) > 0, descriptor.revents & Int16(POLLIN) == 0 {
      usleep(2_000)
    }
  }

  /// Reads what is there.
  func read() {
    var buffer = [UInt8](repeating: 0, count: Self.limit)
    for _ in 0..<64 {
      var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 0) > 0, descriptor.revents & Int16(POLLIN) != 0 else { return }
      let count = Glibc.read(reading, &buffer, buffer.count)
      guard count > 0 else { return }
      bytes += buffer.prefix(min(count, max(0, Self.limit - bytes.count)))
    }
  }
}
