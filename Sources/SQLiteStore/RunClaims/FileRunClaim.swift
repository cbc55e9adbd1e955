// The right to run the batch job for one workflow type: a lock that the kernel frees.

import ApplicationRuntime
import Glibc
import Synchronization
import Workflow

/// An open-file-description lock on a file of its own beside the store. It belongs to the
/// descriptor: two claims in one process exclude each other as two processes do, and it ends with
/// the descriptor, however the process ends.
///
/// While it is held, the file holds the number of the process. A release empties it: what the next
/// holder finds in it tells that the one before died.
final class FileRunClaim: RunClaim {
  let type: DocumentTypeID
  let predecessorDied: Bool
  /// -1 once it is released.
  private let descriptor: Mutex<Int32>
  /// Called when it was given up.
  private let onEnd: @Sendable () -> Void

  /// Nil while another one holds it.
  init?(
    of type: DocumentTypeID, in file: RunFile, onEnd: @escaping @Sendable () -> Void = {}
  ) throws {
    guard let opened = file.permissions.openOrCreate(file.path) else {
      throw StoreError(
        .noPermission,
        "The lock file \(file.path) cannot be opened (\(String(cString: strerror(errno)))). Make "
          + "its folder writable.")
    }
    guard RunFile.lock(opened) else {
      let reason = errno
      close(opened)
      guard reason == EAGAIN || reason == EACCES else {
        throw StoreError(
          .inputOutput,
          "The lock file \(file.path) cannot be locked (\(String(cString: strerror(reason)))). "
            + "Keep the store on a local disk.")
      }
      return nil
    }
    predecessorDied = !RunFile.content(opened).isEmpty
    RunFile.replace(opened, with: "\(getpid())\n")
    self.type = type
    self.onEnd = onEnd
    descriptor = Mutex(opened)
  }

  func release() { end(emptying: true) }

  func abandon() { end(emptying: false) }

  private func end(emptying: Bool) {
    let wasHeld = descriptor.withLock { descriptor in
      guard descriptor >= 0 else { return false }
      if emptying { RunFile.replace(descriptor, with: "") }
      close(descriptor)
      descriptor = -1
      return true
    }
    if wasHeld { onEnd() }
  }

  deinit { release() }
}
