// What is opened, what is refused and with which words.

import ApplicationRuntime
import GRDB
import Glibc
import Testing

@testable import SQLiteStore

struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of opening what lies at a path; it must name the path.
  private func refusal(_ path: String, readOnly: Bool = false) throws -> StoreError.Code {
    do {
      _ = try SQLiteStore.open(at: path, readOnly: readOnly)
    } catch let error as StoreError {
      #expect(error.message.contains(path))
      return error.code
    }
    Issue.record("it was opened")
    return .unexpected
  }

  @Test("a new store is for its owner alone, in a folder for its owner alone")
  func permissions() throws {
    let path = folder.path + "/new/deeper/store"
    let store = try SQLiteStore.create(at: path)
    let claim = try store.claimRun(of: "expense-report")
    try store.write { try $0.set("1", for: "a") }
    for suffix in ["", "-wal", "-shm", "-wake", "-run-expense-report"] {
      #expect(mode(of: path + suffix) == 0o600, "\(suffix)")
    }
    #expect(mode(of: folder.path + "/new/deeper") == 0o700)
    #expect(mode(of: folder.path + "/new") == 0o700)
    claim?.release()
    try store.close()
  }

  @Test("a shared store is for its group, and that is recorded")
  func sharedStore() throws {
    guard let group = getgrgid(getgid()) else { return }
    let path = folder.path + "/shared/store"
    let name = String(cString: group.pointee.gr_name)
    try SQLiteStore.create(at: path, options: .init(sharedGroup: name)).close()
    #expect(mode(of: path) == 0o660)
    #expect(mode(of: folder.path + "/shared") == 0o2770)
    let store = try SQLiteStore.open(at: path)
    #expect(try store.read { try $0.setting(SQLiteStore.sharedGroupSetting) } == "\(getgid())")
    #expect(mode(of: path + "-wake") == 0o660)
    #expect(throws: StoreError.self) {
      try SQLiteStore.create(
        at: folder.path + "/other", options: .init(sharedGroup: "no such group"))
    }
  }

  @Test(
    "a store that others may use is refused", arguments: [0o640, 0o660, 0o604, 0o666] as [mode_t])
  func tooWide(_ mode: mode_t) throws {
    try SQLiteStore.create(at: folder.store).close()
    chmod(folder.store, mode)
    #expect(try refusal(folder.store) == .noPermission)
  }

  @Test("an existing store, file or folder is never made anew")
  func existing() throws {
    let store = try SQLiteStore.create(at: folder.store)
    try store.write { try $0.set("1", for: "a") }
    try store.close()
    for path in [folder.store, folder.path] {
      do {
        _ = try SQLiteStore.create(at: path)
        Issue.record("made anew")
      } catch let error as StoreError {
        #expect(error.code == .exists)
      }
    }
    #expect(try SQLiteStore.open(at: folder.store).read { try $0.setting("a") } == "1")
  }

  @Test("a journal that is left from another store is not played into a new one")
  func leftJournal() throws {
    try folder.write([1, 2, 3], to: folder.store + "-wal")
    #expect(throws: StoreError.self) { try SQLiteStore.create(at: folder.store) }
    #expect(try folder.bytes(of: folder.store + "-wal") == [1, 2, 3])
    #expect(access(folder.store, F_OK) != 0)
  }

  @Test("a place where nothing can be made is told so")
  func cannotCreate() throws {
    try folder.write([], to: folder.path + "/file")
    do {
      _ = try SQLiteStore.create(at: folder.path + "/file/store")
      Issue.record("made")
    } catch let error as StoreError {
      #expect(error.code == .cannotCreate)
    }
  }

  @Test("what is missing, a folder or empty is told apart")
  func noFile() throws {
    #expect(try refusal(folder.path + "/none") == .missing)
    #expect(try refusal(folder.path + "/none/deeper") == .missing)
    #expect(try refusal(folder.path) == .foreign)
    try folder.write([], to: folder.store)
    #expect(try refusal(folder.store) == .foreign)
    #expect(throws: StoreError.self) { try SQLiteStore.open(at: "") }
    #expect(throws: StoreError.self) { try SQLiteStore.open(at: "a\0b") }
  }

  @Test("a text and a database of another program are foreign, and stay as they are")
  func foreign() throws {
    let text = Array(String(repeating: "To whom it may concern. ", count: 50).utf8)
    try folder.write(text, to: folder.store)
    #expect(try refusal(folder.store) == .foreign)
    #expect(try folder.bytes(of: folder.store) == text)

    let path = folder.path + "/other"
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE message (sequence INTEGER)") }
    try other.close()
    chmod(path, 0o600)
    let bytes = try folder.bytes(of: path)
    #expect(try refusal(path) == .foreign)
    #expect(try folder.bytes(of: path) == bytes)
  }

  @Test("a store that was cut off or overwritten is damaged, and stays as it is")
  func damaged() throws {
    try SQLiteStore.create(at: folder.store).close()
    let whole = try folder.bytes(of: folder.store)
    let cut = Array(whole[..<8192])
    try folder.write(cut, to: folder.store)
    #expect(try refusal(folder.store) == .damaged)
    #expect(try folder.bytes(of: folder.store) == cut)

    var overwritten = whole
    for index in 100..<4096 { overwritten[index] = 0xA5 }
    try folder.write(overwritten, to: folder.store)
    #expect(try refusal(folder.store) == .damaged)
    #expect(try folder.bytes(of: folder.store) == overwritten)
  }

  @Test("a store without one of its tables is damaged")
  func missingTable() throws {
    try SQLiteStore.create(at: folder.store).close()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.write { try $0.execute(sql: "DROP TABLE message") }
    try queue.close()
    #expect(try refusal(folder.store) == .damaged)
  }

  @Test("a store of a newer release is refused")
  func newer() throws {
    try SQLiteStore.create(at: folder.store).close()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(Schema.current.version + 1)")
    }
    try queue.close()
    #expect(try refusal(folder.store) == .newer)
  }

  @Test("a file that may not be read is told so", .disabled(if: geteuid() == 0))
  func unreadable() throws {
    try SQLiteStore.create(at: folder.store).close()
    chmod(folder.store, 0)
    #expect(try refusal(folder.store) == .noPermission)
    chmod(folder.store, 0o400)
    #expect(try refusal(folder.store) == .readOnly)
  }

  @Test("a store opened for reading reads and does not write")
  func readOnly() throws {
    let writing = try SQLiteStore.create(at: folder.store)
    try writing.write { try $0.set("1", for: "a") }
    let store = try SQLiteStore.open(at: folder.store, readOnly: true)
    #expect(try store.read { try $0.setting("a") } == "1")
    do {
      try store.write { try $0.set("2", for: "a") }
      Issue.record("written")
    } catch let error as StoreError {
      #expect(error.code == .readOnly)
    }
    try store.close()
    try writing.close()
  }
}
