// Standard input, output and error as a source and sinks over file descriptors.

import ApplicationRuntime
import Foundation

/// Buffered text to a file descriptor that somebody else owns.
package final class DescriptorSink: TextSink {
  private let descriptor: Int32
  private let isBuffered: Bool
  private var pending: [UInt8] = []

  package init(_ descriptor: Int32, isBuffered: Bool) {
    self.descriptor = descriptor
    self.isBuffered = isBuffered
  }

  package func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  func write(bytes: [UInt8]) throws {
    pending += bytes
    if !isBuffered || pending.count >= 65_536 { try flush() }
  }

  package func flush() throws {
    defer { pending.removeAll(keepingCapacity: true) }
    var written = 0
    while written < pending.count {
      let count = pending[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { throw ClosedPipe() }
      guard count >= 0 else {
        throw EngineError(
          .internal, "the output could not be written: \(String(cString: strerror(errno)))")
      }
      written += count
    }
  }
}

/// Bytes from a file descriptor; closes it only when it opened it.
package final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool

  package init(_ descriptor: Int32, isOwned: Bool = false) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  /// Opens a file for reading.
  package convenience init(path: String) throws(EngineError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw EngineError(errno == ENOENT ? .notFound : .badData, "“\(path)”: \(reason)")
    }
    self.init(descriptor, isOwned: true)
  }

  deinit { if isOwned { close(descriptor) } }

  package var isReady: Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  package func read(_ limit: Int) throws -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var result = Foundation.read(descriptor, buffer.baseAddress, limit)
      while result < 0, errno == EINTR {
        result = Foundation.read(descriptor, buffer.baseAddress, limit)
      }
      failure = result < 0 ? errno : 0
      count = max(0, result)
    }
    guard failure == 0 else {
      throw EngineError(
        .badData, "the input could not be read: \(String(cString: strerror(failure)))")
    }
    return bytes
  }
}
