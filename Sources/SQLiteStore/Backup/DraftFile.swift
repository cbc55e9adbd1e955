// A file that gets its name only when it is whole.

import ApplicationRuntime
import Glibc

/// A new file beside the place where it will be: written, flushed, and then linked to its name,
/// which fails when something is there.
struct DraftFile {
  let target: StorePath
  let path: String

  /// Makes the empty file, for its owner alone.
  ///
  /// - Parameter givesWay: whether what is at the target will be moved away first.
  init(for target: StorePath, givesWay: Bool = false) throws {
    self.target = target
    var information = stat()
    guard givesWay || lstat(target.absolute, &information) != 0 else {
      throw Self.exists(target)
    }
    for number in 0..<100 {
      let path = "\(target.absolute).new-\(getpid())-\(number)"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        Glibc.close(descriptor)
        self.path = path
        return
      }
      guard errno == EEXIST else { throw Self.cannotCreate(target, errno) }
    }
    throw Self.cannotCreate(target, EEXIST)
  }

  /// Flushes the file and gives it its name.
  func publish() throws {
    try flush(path, O_RDWR)
    guard link(path, target.absolute) == 0 else {
      throw errno == EEXIST ? Self.exists(target) : Self.cannotCreate(target, errno)
    }
    try flush(parent(of: target.absolute), O_RDONLY | O_DIRECTORY)
  }

  /// Removes what is left under the first name, and what SQLite or a store put beside it.
  func remove() {
    for suffix in ["", "-wal", "-shm", "-journal", "-wake"] { unlink(path + suffix) }
    // The backup that bringing an older copy up to date makes: the copied one is there anyway.
    for layout in 1..<Schema.current.version { unlink("\(path).backup-layout-\(layout)") }
  }

  /// Lets those use it who may use the store that it is.
  func apply(_ permissions: FilePermissions) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    permissions.apply(to: descriptor)
    Glibc.close(descriptor)
  }

  private func flush(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.cannotCreate(target, errno) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.cannotCreate(target, errno) }
  }

  private static func exists(_ target: StorePath) -> StoreError {
    StoreError(
      .exists, "There is something at \(target.typed) already. It was left as it is.")
  }

  private static func cannotCreate(_ target: StorePath, _ reason: Int32) -> StoreError {
    StoreError(
      reason == ENOSPC ? .diskFull : .cannotCreate,
      "\(target.typed) cannot be written (\(String(cString: strerror(reason)))). Choose another "
        + "place.")
  }
}
