// A copy of a store in one file, made while it is in use.

import ApplicationRuntime
import GRDB
import Glibc

extension SQLiteStore {
  /// Copies the store as it is at one moment, while others read and write it.
  ///
  /// The copy is one file of mode 0600; it is checked and flushed before it gets its name. Like
  /// every reading it holds up no writer; the journal grows until it has ended.
  ///
  /// - Throws: ``StoreError``: `exists` when something is at that place, `cannotCreate`.
  public func backUp(to path: String) throws {
    let target = try StorePath(path)
    let draft = try DraftFile(for: target)
    defer { draft.remove() }
    do {
      let copy = try DatabaseQueue(path: draft.path, configuration: Configuration())
      try pool.backup(to: copy)
      try copy.inDatabase { try $0.finishCopy(location: path) }
      try copy.close()
    } catch {
      throw StoreError(error, location: location)
    }
    try draft.publish()
  }
}

extension Database {
  /// Makes one file of a copy and looks whether it is whole.
  func finishCopy(location: String) throws {
    try execute(sql: "PRAGMA journal_mode = DELETE")
    let result = try String.fetchOne(self, sql: "PRAGMA quick_check(1)") ?? "nothing"
    guard result == "ok" else {
      throw StoreError(.damaged, "The copy \(location) is damaged: \(result).")
    }
  }
}
