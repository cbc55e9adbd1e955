// Stores of other releases, with layouts made up for the test.

import ApplicationRuntime
import GRDB
import Testing

@testable import SQLiteStore

struct MigrationTests {
  private let folder: TemporaryFolder
  private let newest = Schema(
    version: Schema.current.version + 2, create: Schema.current.create,
    migrations: [
      Schema.current.version: { try $0.execute(sql: "CREATE TABLE added (name TEXT)") },
      Schema.current.version + 1: { try $0.execute(sql: "INSERT INTO added VALUES ('two')") },
    ])
  private let current = Schema.current.version

  init() throws {
    folder = try TemporaryFolder()
    let store = try SQLiteStore.create(at: folder.store)
    try store.write { try $0.set("kept", for: "a") }
    try store.close()
  }

  private func version(_ path: String) throws -> Int32? {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
  }

  @Test("an older store is brought up to date, step by step, after a backup")
  func migration() throws {
    let store = try SQLiteStore.open(at: folder.store, readOnly: false, schema: newest)
    #expect(try store.read { try $0.setting("a") } == "kept")
    try store.close()
    #expect(try version(folder.store) == current + 2)
    let queue = try DatabaseQueue(path: folder.store)
    #expect(try queue.read { try String.fetchOne($0, sql: "SELECT name FROM added") } == "two")

    let backup = folder.store + ".backup-layout-\(current)"
    #expect(mode(of: backup) == 0o600)
    let old = try SQLiteStore.open(at: backup)
    #expect(try old.read { try $0.setting("a") } == "kept")
  }

  @Test("a step that fails leaves the store as it was, with a backup each time")
  func failingMigration() throws {
    let failing = Schema(
      version: current + 1, create: Schema.current.create,
      migrations: [
        current: { database in
          try database.execute(sql: "DROP TABLE message")
          throw DatabaseError(resultCode: .SQLITE_FULL, message: "no space")
        }
      ])
    for _ in 0..<2 {
      do {
        _ = try SQLiteStore.open(at: folder.store, readOnly: false, schema: failing)
        Issue.record("it was opened")
      } catch let error as StoreError {
        #expect(error.code == .diskFull)
      }
    }
    let store = try SQLiteStore.open(at: folder.store)
    #expect(try store.read { try $0.setting("a") } == "kept")
    #expect(try version(folder.store + ".backup-layout-\(current)-2") == current)
  }

  @Test("an older store is not brought up to date by a reader")
  func readOnly() throws {
    do {
      _ = try SQLiteStore.open(at: folder.store, readOnly: true, schema: newest)
      Issue.record("it was opened")
    } catch let error as StoreError {
      #expect(error.code == .readOnly)
    }
    #expect(try version(folder.store) == current)
  }
}
