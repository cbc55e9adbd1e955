// Who may use the files of a store.

import ApplicationRuntime
import Glibc

/// Its owner alone, or the members of one group too. Anything wider is refused.
struct FilePermissions: Hashable, Sendable {
  /// The group that shares the store; nil for the owner alone.
  let group: gid_t?

  var file: mode_t { group == nil ? 0o600 : 0o660 }

  var folder: mode_t { group == nil ? 0o700 : 0o2770 }

  /// Opens a file beside the store for reading and writing; nil with `errno` when it cannot.
  func openOrCreate(_ path: String) -> Int32? {
    let created = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, file)
    if created >= 0 {
      apply(to: created)
      return created
    }
    guard errno == EEXIST else { return nil }
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    return opened >= 0 ? opened : nil
  }

  /// Regardless of the process's mask. The folder's set-group bit has given the group already
  /// where this is not allowed to.
  func apply(to descriptor: Int32) {
    if let group { _ = fchown(descriptor, uid_t.max, group) }
    _ = fchmod(descriptor, file)
  }

  /// Makes a folder and those above it; one that is there stays as it is.
  func createFolder(_ path: String) throws {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    try createFolder(parent(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw StoreError(
        .cannotCreate,
        "The folder \(path) cannot be made (\(String(cString: strerror(errno)))). Choose another "
          + "place for the store.")
    }
    if let group {
      _ = chown(path, uid_t.max, group)
      _ = chmod(path, folder)
    }
  }

  /// The number of a group that the machine knows.
  static func group(named name: String) throws -> gid_t {
    var buffer = [CChar](repeating: 0, count: 65_536)
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      throw StoreError(.cannotCreate, "There is no group “\(name)” on this machine.")
    }
    return entry.gr_gid
  }
}

/// The folder that a path lies in.
func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
