// The open ledger file: one process at a time reads and writes it.

import ApplicationRuntime
import Foundation

/// Owns a file descriptor with an exclusive lock; both end with it.
final class LedgerDescriptor {
  private static let chunk = 1 << 16

  private let shown: String
  private let descriptor: Int32

  /// Opens the file, or makes it, and waits until no other process works on it.
  init(path: String) throws(ExpenseError) {
    shown = Self.shown(path)
    // Not blocking: opening a pipe must not hang.
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard opened >= 0 else { throw Self.unavailable(shown, "cannot be opened") }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw ExpenseError(.fileUnavailable, "The ledger \(shown) is not a regular file")
    }
    while flock(opened, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = Self.unavailable(shown, "cannot be locked")
        close(opened)
        throw error
      }
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// A path as it may stand in a message.
  static func shown(_ path: String) -> String { EntryError.shown(path, limit: 1000) }

  func size() throws(ExpenseError) -> UInt64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unavailable("cannot be read") }
    return UInt64(max(0, status.st_size))
  }

  /// At most so many bytes from a place.
  func bytes(at offset: UInt64, count: Int) throws(ExpenseError) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count {
      let part = try part(
        at: offset + UInt64(result.count), count: min(Self.chunk, count - result.count))
      if part.isEmpty { break }
      result += part
    }
    return result
  }

  /// Gives the rest of the file part by part.
  func read(
    from start: UInt64, _ take: ([UInt8]) throws(ExpenseError) -> Void
  ) throws(ExpenseError) {
    var offset = start
    while true {
      let part = try part(at: offset, count: Self.chunk)
      if part.isEmpty { return }
      try take(part)
      offset += UInt64(part.count)
    }
  }

  private func part(at offset: UInt64, count: Int) throws(ExpenseError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var found = -1
      repeat {
        found = pread(descriptor, buffer.baseAddress, count, off_t(clamping: offset))
      } while found < 0 && errno == EINTR
      failed = found < 0
      filled = max(0, found)
    }
    if failed { throw unavailable("cannot be read") }
    return bytes
  }

  /// Cuts the file; the next append begins there.
  func cut(at size: UInt64) throws(ExpenseError) {
    guard ftruncate(descriptor, off_t(clamping: size)) == 0 else {
      throw unavailable("cannot be cut")
    }
  }

  func append(_ bytes: [UInt8]) throws(ExpenseError) {
    let end = try size()
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(clamping: end + UInt64(written)))
      }
      if count > 0 {
        written += count
      } else if count == 0 || errno != EINTR {
        throw unavailable("cannot be written")
      }
    }
  }

  /// Returns when the file is on the disk.
  func flush() throws(ExpenseError) {
    guard fsync(descriptor) == 0 else { throw unavailable("cannot be flushed") }
  }

  func foreign(_ reason: String) -> ExpenseError {
    ExpenseError(
      .foreignFile,
      "The file \(shown) is not this store's ledger: \(reason). It is left as it is; move it "
        + "away, and the ledger is written anew from the journal")
  }

  private func unavailable(_ what: String) -> ExpenseError { Self.unavailable(shown, what) }

  private static func unavailable(_ shown: String, _ what: String) -> ExpenseError {
    let reason = String(cString: strerror(errno))
    return ExpenseError(.fileUnavailable, "The ledger \(shown) \(what): \(reason)")
  }
}
