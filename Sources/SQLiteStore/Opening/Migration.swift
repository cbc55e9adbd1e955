// Brings a store of an older release up to date, after a backup.

import ApplicationRuntime
import GRDB
import Glibc

struct Migration {
  let path: StorePath
  let schema: Schema

  /// Each step is one transaction; a step that fails leaves the store at the version before it.
  func run() throws {
    let queue = try DatabaseQueue(path: path.absolute, configuration: .store(isReadOnly: false))
    try queue.inDatabase { database in
      try database.flushEveryCommit(location: path.typed)
      try backUp(database)
      while try step(database) {}
      // So that the header of the main file tells the version too.
      try database.checkpoint(.truncate)
    }
    try queue.close()
  }

  /// Takes the store from its version to the next one; false when it is the current one. The
  /// version is read inside the transaction: another process may have been first.
  private func step(_ database: Database) throws -> Bool {
    var isDone = false
    try database.inTransaction(.immediate) {
      let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard version < schema.version else {
        isDone = true
        return .commit
      }
      guard let migrate = schema.migrations[version] else {
        throw StoreError(
          .unexpected,
          "The store \(path.typed) has layout \(version), which this release cannot bring up to "
            + "date. Open it with the release before.")
      }
      try migrate(database)
      try database.execute(sql: "PRAGMA user_version = \(version + 1)")
      return .commit
    }
    return !isDone
  }

  /// A whole copy beside the store, flushed before anything is changed.
  private func backUp(_ database: Database) throws {
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    var backup = "\(path.absolute).backup-layout-\(version)"
    var number = 1
    var descriptor = create(backup)
    while descriptor < 0, errno == EEXIST, number < 100 {
      number += 1
      backup = "\(path.absolute).backup-layout-\(version)-\(number)"
      descriptor = create(backup)
    }
    guard descriptor >= 0 else {
      throw StoreError(
        .cannotCreate,
        "The backup \(backup) cannot be made (\(String(cString: strerror(errno)))), and without it "
          + "the store is not brought up to date.")
    }
    defer { close(descriptor) }
    // Into the empty file, so that its mode is ours.
    try database.execute(sql: "VACUUM INTO ?", arguments: [backup])
    guard fsync(descriptor) == 0 else {
      throw StoreError(.inputOutput, "The backup \(backup) cannot be flushed. Check the disk.")
    }
  }

  private func create(_ path: String) -> Int32 {
    Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  }
}
