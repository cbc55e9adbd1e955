// The file beside the store by which processes wake each other.

import Glibc
import Synchronization

/// `STORE-wake`: after its commit has returned, a writer writes one byte to it, always the same
/// one, so that it never grows. What it says is only that it was written.
///
/// The journal itself cannot be watched: it is flushed before other processes can see the commit,
/// so that the last event would be told too early (DESIGN 2).
final class WakeFile: Sendable {
  let path: String
  /// -1 when it is closed, or may not be written.
  private let descriptor: Mutex<Int32>

  /// Nil when there is no such file and none can be made.
  init?(besides store: String, permissions: FilePermissions, isWritable: Bool) {
    path = store + "-wake"
    guard isWritable else {
      guard access(path, R_OK) == 0 else { return nil }
      descriptor = Mutex(-1)
      return
    }
    guard let opened = permissions.openOrCreate(path) else { return nil }
    descriptor = Mutex(opened)
  }

  /// Wakes the others. A failure delays them, and loses nothing.
  func touch() {
    descriptor.withLock { descriptor in
      guard descriptor >= 0 else { return }
      var byte: UInt8 = 0x2A
      _ = pwrite(descriptor, &byte, 1, 0)
    }
  }

  func close() {
    descriptor.withLock { descriptor in
      guard descriptor >= 0 else { return }
      _ = Glibc.close(descriptor)
      descriptor = -1
    }
  }

  deinit { close() }
}
