// A store made from a backup, checked before it takes its place.

import ApplicationRuntime
import Foundation
import GRDB

extension SQLiteStore {
  /// Makes a store from a backup.
  ///
  /// The backup is copied beside the place, brought up to date if an older release made it, and
  /// checked; only then it gets its name. A store that is there is kept under another name.
  ///
  /// - Parameters:
  ///   - replacing: whether a store that is there may give way; nobody may be using it.
  ///   - check: looks at the store before it takes its place; what it throws ends the restoring.
  /// - Returns: where the store that was there is now; nil when there was none.
  /// - Throws: ``StoreError``: `foreign`, `damaged`, `newer`, `missing`, `exists`, `busy`.
  public static func restore(
    _ backup: String, to path: String, replacing: Bool = false,
    checking check: (SQLiteStore) throws -> Void
  ) throws -> String? {
    let source = try StorePath(backup)
    let target = try StorePath(path)
    try source.checkReadable(isReadOnly: true)
    let isThere = FileManager.default.fileExists(atPath: target.absolute)
    guard replacing || !isThere else {
      throw StoreError(
        .exists, "There is something at \(target.typed) already. It was left as it is.")
    }
    try FilePermissions(group: nil).createFolder(parent(of: target.absolute))
    let draft = try DraftFile(for: target, givesWay: isThere)
    defer { draft.remove() }
    do {
      try copy(source, to: draft)
      let store = try SQLiteStore.open(at: draft.path)
      do {
        try check(store)
      } catch {
        try store.close()
        throw error
      }
      let permissions = store.permissions
      try store.close()
      draft.apply(permissions)
    } catch let error as StoreError {
      // The person knows the backup, not the draft.
      throw StoreError(
        error.code, error.message.replacingOccurrences(of: draft.path, with: source.typed))
    }
    let old = isThere ? try moveAway(target) : nil
    try draft.publish()
    return old
  }

  private static func copy(_ source: StorePath, to draft: DraftFile) throws {
    do {
      let backup = try DatabaseQueue(
        path: source.absolute, configuration: .store(isReadOnly: true))
      let copy = try DatabaseQueue(path: draft.path, configuration: Configuration())
      try backup.backup(to: copy)
      try backup.close()
      try copy.inDatabase { try $0.finishCopy(location: source.typed) }
      try copy.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw source.foreign("it is no database")
    } catch {
      throw StoreError(error, location: source.typed)
    }
  }

  /// Makes one file of the store that is there, which nobody else may use then, and gives it
  /// another name.
  private static func moveAway(_ target: StorePath) throws -> String {
    do {
      let queue = try DatabaseQueue(path: target.absolute, configuration: Configuration())
      let mode = try queue.inDatabase {
        try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE")
      }
      try queue.close()
      guard mode == "delete" else { throw busy(target) }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
    {
      throw busy(target)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw target.foreign("it is no database, and is not replaced")
    } catch {
      // One that is damaged is what a backup is restored for: it is kept as it is.
      guard let error = error as? DatabaseError, error.resultCode == .SQLITE_CORRUPT else {
        throw StoreError(error, location: target.typed)
      }
    }
    for number in 1..<1_000 {
      let name = "\(target.absolute).replaced-\(number)"
      guard !FileManager.default.fileExists(atPath: name) else { continue }
      for suffix in ["-wal", "-shm"] where rename(target.absolute + suffix, name + suffix) != 0 {
        guard errno == ENOENT else { break }
      }
      guard rename(target.absolute, name) == 0 else { break }
      return name
    }
    throw StoreError(.cannotCreate, "The store \(target.typed) cannot be moved away.")
  }

  private static func busy(_ target: StorePath) -> StoreError {
    StoreError(
      .busy, "Another process uses the store \(target.typed). Nothing was done; end it first.")
  }
}
