// What is flushed, how often, and what a full disk leaves.

import ApplicationRuntime
import Dispatch
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

struct DurabilityTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.store)
  }

  @Test("the writer flushes every commit, in a journal of its own")
  func synchronous() throws {
    let pool = try StoreFile(
      path: StorePath(folder.store), schema: .current, isReadOnly: false
    ).open()
    let values = try pool.writeWithoutTransaction { database in
      try ["synchronous", "journal_mode", "wal_autocheckpoint", "foreign_keys"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)")
      }
    }
    #expect(values == ["2", "wal", "0", "1"])
  }

  @Test("bodies that wait share one commit")
  func groupCommit() throws {
    let began = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    let before = store.statistics.commits
    let store = store
    DispatchQueue.global().async(group: group) {
      try? store.write { transaction in
        try transaction.set("0", for: "first")
        began.signal()
        goOn.wait()
      }
    }
    began.wait()
    // The first body holds the writer; these can only wait, whichever comes first.
    for index in 1...10 {
      let thread = Thread {
        try? store.write { transaction in
          try transaction.set("\(index)", for: "other-\(index)")
          if index == 5 { throw CancellationError() }
        }
        group.leave()
      }
      group.enter()
      thread.start()
    }
    while store.waitingWrites < 10 { sched_yield() }
    goOn.signal()
    group.wait()
    // The first may have used up the time of its transaction; then the others make a second one.
    #expect(store.statistics.commits - before <= 2)
    for index in 1...10 {
      let expected = index == 5 ? nil : "\(index)"
      #expect(try store.read { try $0.setting("other-\(index)") } == expected)
    }
  }

  @Test("a body alone costs two statements beside its own")
  func statements() throws {
    try store.write { try $0.set("0", for: "a") }
    let before = store.statistics.statements
    try store.write { try $0.set("1", for: "a") }
    // BEGIN, its own, COMMIT: neither a savepoint nor the counters.
    #expect(store.statistics.statements - before == 3)
  }

  @Test("a body that changes nothing is no commit")
  func emptyWrite() throws {
    let before = store.statistics.commits
    _ = try store.write { try $0.setting("a") }
    #expect(store.statistics.commits == before)
  }

  @Test("a full disk is told, loses nothing, and the store goes on when there is space")
  func diskFull() throws {
    try store.write { try $0.set("kept", for: "a") }
    let pages = try store.onWriter { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
      return pages
    }
    #expect(pages > 0)
    let large = String(repeating: "x", count: 100_000)
    do {
      try store.write { transaction in
        try transaction.set("lost", for: "b")
        try transaction.set(large, for: "large")
      }
      Issue.record("it was written")
    } catch let error as StoreError {
      #expect(error.code == .diskFull)
      #expect(error.isEnvironmental)
    }
    #expect(try store.read { try $0.setting("a") } == "kept")
    #expect(try store.read { try $0.setting("b") } == nil)

    // SQLite undid all of it: a body that hides the error is not told that it was committed.
    #expect(throws: StoreError.self) {
      try store.write { transaction in
        try transaction.set("before", for: "b")
        try? transaction.set(large, for: "large")
      }
    }
    #expect(try store.read { try $0.setting("b") } == nil)
    #expect(try store.read { try $0.setting("large") } == nil)

    try store.onWriter { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    try store.write { try $0.set(large, for: "large") }
    #expect(try store.read { try $0.setting("large") } == large)
  }

  @Test("history refuses a change and a removal, even by hand")
  func appendOnly() throws {
    try store.onWriter { database in
      try database.execute(
        sql: """
          INSERT INTO history (sequence, document, event, at, salt, hash)
          VALUES (1, 'ER-1', 'created', 0, x'00', x'00')
          """)
      for statement in [
        "UPDATE history SET comment = 'x'", "DELETE FROM history",
        """
        INSERT OR REPLACE INTO history (sequence, document, event, at, salt, hash)
        VALUES (1, 'ER-1', 'edited', 0, x'00', x'00')
        """,
      ] {
        #expect(throws: DatabaseError.self) { try database.execute(sql: statement) }
      }
      #expect(try String.fetchOne(database, sql: "SELECT event FROM history") == "created")
    }
  }

  @Test("a checkpoint moves the journal, and everything is still there")
  func checkpoint() throws {
    try store.write { try $0.set("1", for: "a") }
    try store.checkpoint()
    try store.write { try $0.set("2", for: "b") }
    try store.close()
    let again = try SQLiteStore.open(at: folder.store)
    #expect(try again.read { [try $0.setting("a"), try $0.setting("b")] } == ["1", "2"])
  }

  @Test("the journal begins anew while the writer goes on and on")
  func journalOfBusyStore() throws {
    let megabyte = String(repeating: "x", count: 1024 * 1024)
    for number in 0..<300 { try store.write { try $0.set(megabyte, for: "a\(number % 4)") } }
    let journal = try FileManager.default.attributesOfItem(atPath: folder.store + "-wal")
    let size = try #require(journal[.size] as? Int)
    #expect(size < 3 * Checkpointer.journalLimit)
  }

  @Test("a reading that is used after its body is refused")
  func escaped() throws {
    var escaped: (any StoreReading)?
    try store.read { escaped = $0 }
    #expect(throws: StoreError.self) { try escaped?.setting("a") }
  }

  @Test("a value that cannot be read is damage, told in words")
  func damagedValue() throws {
    try store.onWriter { database in
      try database.execute(
        sql: """
          INSERT INTO message VALUES
          (1, 1, 'ER-1', 't', 'nonsense', '{', 0, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, 0, 0)
          """)
    }
    do {
      _ = try store.read { try $0.message(1) }
      Issue.record("it was read")
    } catch let error as StoreError {
      #expect(error.code == .damaged)
    }
  }
}
