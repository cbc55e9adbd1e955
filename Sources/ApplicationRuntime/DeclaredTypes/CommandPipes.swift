// The three pipes of a command. None of their ends on this side ever blocks.

import Foundation
import Workflow

#if canImport(Glibc)
  import Glibc
#endif

/// Standard input, output and errors of a command; closed by its maker.
final class CommandPipes {
  /// Both ends of each, the reading one first; -1 for one that is closed.
  private var ends: [[Int32]] = []

  init() throws {
    for _ in 0..<3 {
      var both: [Int32] = [-1, -1]
      guard pipe(&both) == 0 else {
        let reason = String(cString: strerror(errno))
        close()
        throw EngineError(.tryAgain, "no pipe for a command: \(reason)")
      }
      ends.append(both)
      for end in both { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    for mine in [ends[0][1], ends[1][0], ends[2][0]] { _ = fcntl(mine, F_SETFL, O_NONBLOCK) }
  }

  deinit { close() }

  /// The ends that become the command's descriptors 0, 1 and 2.
  var theirs: [Int32] { [ends[0][0], ends[1][1], ends[2][1]] }

  /// Closes the command's ends on this side, once it has them.
  func closeTheirs() {
    close(0, 0)
    close(1, 1)
    close(2, 1)
  }

  func close() {
    for pipe in ends.indices {
      close(pipe, 0)
      close(pipe, 1)
    }
  }

  private func close(_ pipe: Int, _ end: Int) {
    guard ends[pipe][end] >= 0 else { return }
    _ = sysClose(ends[pipe][end])
    ends[pipe][end] = -1
  }

  /// Waits until something can be read or written, or for so long.
  func wait(milliseconds: Int32, writes: Bool) {
    var waits = [
      pollfd(fd: ends[1][0], events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends[2][0], events: Int16(POLLIN), revents: 0),
      pollfd(fd: writes ? ends[0][1] : -1, events: Int16(POLLOUT), revents: 0),
    ]
    // An interrupted wait is one that was shorter.
    _ = poll(&waits, nfds_t(waits.count), milliseconds)
  }

  /// Writes as much as there is room for, and closes the input after the last byte.
  func write(_ bytes: inout ArraySlice<UInt8>) {
    guard ends[0][1] >= 0 else { return }
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { sysWrite(ends[0][1], $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      // A command need not read what it is told.
      bytes = count < 0 ? [] : bytes.dropFirst(count)
    }
    close(0, 1)
  }

  /// Reads what is there, up to so many bytes of each.
  func read(_ output: inout LineKeeper, _ errors: inout LineKeeper, atMost limit: Int) {
    read(1, &output, atMost: min(limit, 1 << 20))
    read(2, &errors, atMost: min(limit, 1 << 20))
  }

  private func read(_ pipe: Int, _ keeper: inout LineKeeper, atMost limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var left = limit
    while left > 0, ends[pipe][0] >= 0 {
      let count = buffer.withUnsafeMutableBytes { sysRead(ends[pipe][0], $0.baseAddress, $0.count) }
      if count > 0 {
        keeper.take(buffer.prefix(count))
        left -= count
      } else if count == 0 {
        close(pipe, 0)
      } else if errno != EINTR {
        return
      }
    }
  }
}

private func sysClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func sysRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func sysWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
