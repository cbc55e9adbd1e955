// Opens the file of a store: tells what is none, brings an older one up to date.

import ApplicationRuntime
import Foundation
import GRDB

/// A store's file that was found good.
struct StoreFile {
  let path: StorePath
  let schema: Schema
  let isReadOnly: Bool

  /// Checks, migrates and opens. Whatever is wrong is told, and nothing is overwritten.
  func open() throws -> DatabasePool {
    try path.checkReadable(isReadOnly: isReadOnly)
    do {
      try checkHeader()
      try path.checkMode()
      if try check() < schema.version { try Migration(path: path, schema: schema).run() }
      let pool = try DatabasePool(
        path: path.absolute, configuration: .store(isReadOnly: isReadOnly))
      if !isReadOnly {
        try pool.writeWithoutTransaction { database in
          try database.flushEveryCommit(location: path.typed)
          try database.execute(sql: "PRAGMA journal_size_limit = \(Checkpointer.journalLimit)")
        }
      }
      return pool
    } catch {
      throw refined(error)
    }
  }

  /// Looks at the head of the file alone. Opening a file of another program, or of a newer
  /// release, as a database would leave SQLite's journal files beside it.
  private func checkHeader() throws {
    let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
    let escaped = path.absolute.addingPercentEncoding(withAllowedCharacters: allowed)
    guard let escaped else { return }
    do {
      let queue = try DatabaseQueue(
        path: "file:\(escaped)?immutable=1", configuration: .store(isReadOnly: true))
      _ = try queue.read { try version(in: $0) }
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw error
    } catch is DatabaseError {
      // Read without locks, while another process may write: what looks wrong is looked at again.
    }
  }

  /// The layout's version of a database that is a store, and one that this release knows.
  private func version(in database: Database) throws -> Int32 {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw path.foreign("it is a database of another program")
    }
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= schema.version else { throw newer(version) }
    return version
  }

  /// Reads the store through SQLite, without changing anything. Returns the schema's version.
  private func check() throws -> Int32 {
    let queue = try DatabaseQueue(path: path.absolute, configuration: .store(isReadOnly: true))
    let version = try queue.read { database -> Int32 in
      let version = try self.version(in: database)
      for table in Schema.knownTables {
        guard try database.tableExists(table) else {
          throw damaged("it has no table “\(table)”")
        }
        // Damage that is found now is found before anything is written.
        _ = try Int.fetchOne(
          database, sql: "SELECT 1 FROM \(table.quotedDatabaseIdentifier) LIMIT 1")
      }
      guard version > 0 else { throw damaged("its version is \(version)") }
      return version
    }
    try queue.close()
    guard version == schema.version || !isReadOnly else {
      throw StoreError(
        .readOnly,
        "The store \(path.typed) was made by an older release. Open it once for writing, so that "
          + "it can be brought up to date.")
    }
    return version
  }

  private func newer(_ version: Int32) -> StoreError {
    StoreError(
      .newer,
      "The store \(path.typed) was made by a newer release (layout \(version), this one knows "
        + "\(schema.version)). Use that release.")
  }

  private func damaged(_ reason: String) -> StoreError {
    StoreError(
      .damaged,
      "The store \(path.typed) is damaged: \(reason). Keep the file, and restore a backup.")
  }

  /// While it is opened, some results of SQLite mean something else than later.
  private func refined(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else {
      return StoreError(error, location: path.typed)
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: return path.foreign("it is no database")
    case .SQLITE_CANTOPEN:
      return StoreError(
        .noPermission,
        "The store \(path.typed) cannot be opened. Look at the permissions of the file, of those "
          + "beside it and of its folder.")
    default: return StoreError(error, location: path.typed)
    }
  }
}
