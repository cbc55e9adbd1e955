// Copies of a store, made while it is in use, and stores made from them.

import ApplicationRuntime
import Foundation
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import SQLiteStore

struct BackupTests {
  private let folder: TemporaryFolder
  private let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.store)
    try store.write { try $0.set("kept", for: "a") }
  }

  private var backup: String { folder.path + "/backup" }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do { try body() } catch { return (error as? StoreError)?.code }
    return nil
  }

  private func setting(_ path: String) throws -> String? {
    let store = try SQLiteStore.open(at: path)
    return try store.read { try $0.setting("a") }
  }

  @Test("a backup is one file of the owner's, whole, made while the store is in use")
  func backUp() throws {
    try store.backUp(to: backup)
    #expect(mode(of: backup) == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy {
        !$0.contains(".new-")
      })
    try store.write { try $0.set("later", for: "a") }
    #expect(try setting(backup) == "kept")
    #expect(code { try store.backUp(to: backup) } == .exists)
    #expect(code { try store.backUp(to: folder.path + "/none/backup") } == .cannotCreate)
  }

  @Test("a backup is restored where no store is, checked first")
  func restore() throws {
    try store.backUp(to: backup)
    let place = folder.path + "/sub/other"
    var checked = 0
    let old = try SQLiteStore.restore(backup, to: place) { _ in checked += 1 }
    #expect(old == nil && checked == 1 && mode(of: place) == 0o600)
    #expect(try setting(place) == "kept")
    struct Refused: Error {}
    let third = folder.path + "/third"
    #expect(throws: Refused.self) {
      try SQLiteStore.restore(backup, to: third) { _ in throw Refused() }
    }
    #expect(!FileManager.default.fileExists(atPath: third))
  }

  @Test("a store that is there gives way only when that is said, and is kept")
  func replacing() throws {
    try store.backUp(to: backup)
    try store.write { try $0.set("newer", for: "a") }
    #expect(code { _ = try SQLiteStore.restore(backup, to: folder.store) { _ in } } == .exists)
    #expect(
      code { _ = try SQLiteStore.restore(backup, to: folder.store, replacing: true) { _ in } }
        == .busy)
    try store.close()
    let old = try #require(
      try SQLiteStore.restore(backup, to: folder.store, replacing: true, checking: { _ in }))
    #expect(try setting(folder.store) == "kept")
    #expect(try setting(old) == "newer")
  }

  @Test("what is foreign, damaged or newer is not restored")
  func refused() throws {
    let place = folder.path + "/other"
    func refusal(_ path: String) -> StoreError.Code? {
      code { _ = try SQLiteStore.restore(path, to: place) { _ in } }
    }
    #expect(refusal(folder.path + "/none") == .missing)
    try folder.write(Array("hello, this is no database at all".utf8), to: folder.path + "/text")
    #expect(refusal(folder.path + "/text") == .foreign)
    let foreign = try DatabaseQueue(path: folder.path + "/foreign")
    try foreign.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE t (a)") }
    try foreign.close()
    #expect(refusal(folder.path + "/foreign") == .foreign)
    try store.backUp(to: backup)
    var bytes = try folder.bytes(of: backup)
    for index in 4096..<min(bytes.count, 4096 * 8) { bytes[index] = 0xFF }
    try folder.write(bytes, to: folder.path + "/damaged")
    #expect(refusal(folder.path + "/damaged") == .damaged)
    let queue = try DatabaseQueue(path: backup)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(Schema.current.version + 1)")
    }
    try queue.close()
    #expect(refusal(backup) == .newer)
    #expect(!FileManager.default.fileExists(atPath: place))
  }
}
