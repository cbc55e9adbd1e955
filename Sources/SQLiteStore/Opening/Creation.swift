// Makes a new store, whole or not at all.

import ApplicationRuntime
import GRDB
import Glibc

/// The file is made under another name, flushed, and then given its own by a link, which fails
/// when something is there: a crash leaves no half store, and no store is ever made anew.
struct Creation {
  let path: StorePath
  let schema: Schema
  let permissions: FilePermissions

  func run() throws {
    try permissions.createFolder(parent(of: path.absolute))
    try refuseExisting()
    let draft = try createDraft()
    defer { unlink(draft) }
    do {
      try fill(draft)
    } catch {
      throw StoreError(error, location: path.typed)
    }
    try flush(draft, O_RDWR)
    guard link(draft, path.absolute) == 0 else {
      if errno == EEXIST { throw exists }
      throw cannotCreate(errno)
    }
    try flush(parent(of: path.absolute), O_RDONLY | O_DIRECTORY)
  }

  /// A journal that is left from another store would be played into the new one.
  private func refuseExisting() throws {
    var information = stat()
    if lstat(path.absolute, &information) == 0 { throw exists }
    for suffix in ["-wal", "-shm", "-journal"]
    where lstat(path.absolute + suffix, &information) == 0 {
      throw StoreError(
        .exists,
        "\(path.typed)\(suffix) is left from another store. Move it away first; it may hold its "
          + "last changes.")
    }
  }

  private func createDraft() throws -> String {
    for number in 0..<100 {
      let draft = "\(path.absolute).new-\(getpid())-\(number)"
      let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions.file)
      if descriptor >= 0 {
        permissions.apply(to: descriptor)
        close(descriptor)
        return draft
      }
      guard errno == EEXIST else { throw cannotCreate(errno) }
    }
    throw cannotCreate(EEXIST)
  }

  private func fill(_ draft: String) throws {
    let queue = try DatabaseQueue(path: draft, configuration: .store(isReadOnly: false))
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(schema.version)")
      try database.execute(sql: schema.create)
      if let group = permissions.group {
        try database.execute(
          sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
          arguments: [SQLiteStore.sharedGroupSetting, String(group)])
      }
    }
    try queue.close()
  }

  private func flush(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw cannotCreate(errno) }
  }

  private var exists: StoreError {
    StoreError(
      .exists, "There is something at \(path.typed) already. It was left as it is.")
  }

  private func cannotCreate(_ reason: Int32) -> StoreError {
    StoreError(
      reason == ENOSPC ? .diskFull : .cannotCreate,
      "The store \(path.typed) cannot be made (\(String(cString: strerror(reason)))). Choose "
        + "another path.")
  }
}
