// A store of the first release, opened by this one.

import ApplicationRuntime
import Foundation
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import SQLiteStore

struct FirstLayoutTests {
  @Test("an older store gets a chain over what it held, and no entry is hashed anew")
  func chain() throws {
    let folder = try TemporaryFolder()
    try SQLiteStore.create(at: folder.store, options: .init(), schema: .firstRelease).close()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.write { database in
      for sequence in 1...3 {
        try database.execute(
          sql: """
            INSERT INTO history (sequence, document, event, at, salt, hash)
            VALUES (?, 'ER-1', 'edited', 0, x'01', ?)
            """, arguments: [sequence, Data([UInt8(sequence), 0, 255])])
      }
    }
    try queue.close()

    let store = try SQLiteStore.open(at: folder.store)
    let link = try #require(try store.read { try $0.lastStoreChainLink() })
    var hash = StoreChainHash(after: nil, number: 0, first: 1, last: 3, count: 3)
    for sequence in 1...3 { hash.add([UInt8(sequence), 0, 255]) }
    #expect(
      link == StoreChainLink(number: 0, first: 1, last: 3, count: 3, hash: hash.finished()))
    try store.write { transaction in
      try transaction.append(
        StoredHistoryEntry(
          sequence: 4, document: "ER-1", instance: nil,
          entry: HistoryEntry(.edited, at: Timestamp(microseconds: 0)), salt: [1], hash: [9]))
    }
    #expect(try store.read { try $0.lastStoreChainLink() }?.number == 1)
  }

  @Test("an empty older store begins its chain with its first commit")
  func empty() throws {
    let folder = try TemporaryFolder()
    try SQLiteStore.create(at: folder.store, options: .init(), schema: .firstRelease).close()
    let store = try SQLiteStore.open(at: folder.store)
    #expect(try store.read { try $0.lastStoreChainLink() } == nil)
  }

  @Test("a store of the first release is brought up to date after a backup, and all is there")
  func contents() throws {
    let folder = try TemporaryFolder()
    try SQLiteStore.create(at: folder.store, options: .init(), schema: .firstRelease).close()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.write { try $0.execute(sql: Schema.rowsOfFirstRelease) }
    try queue.close()

    let store = try SQLiteStore.open(at: folder.store)
    #expect(mode(of: folder.store + ".backup-layout-1") == 0o600)
    try store.read { reading in
      let document = try #require(try reading.document("ER-000001"))
      #expect(document.total?.minorUnits == 12345)
      #expect(document.editableLines.isEmpty && document.submittedContent == nil)
      let instance = try #require(try reading.instance(InstanceID(1)))
      #expect(instance.parent == nil && instance.line == nil && instance.version == 1)
      let items = try reading.workItems(WorkItemQuery(.allOpen, limit: 9))
      #expect(items.map(\.personActedFor) == ["frank", nil])
      #expect(items.map(\.visibleTo) == [["frank"], ["ann", "bob"]])
      #expect(items.allSatisfy { $0.outcomes.isEmpty && $0.queue == nil && $0.line == nil })
      #expect(try reading.workItems(WorkItemQuery(.inbox("bob"), limit: 9)).map(\.id.number) == [2])
      let runnable = try reading.runnableInstances(
        of: "expense-report", at: Timestamp(microseconds: 99), limit: 9, skipsTimers: true)
      #expect(runnable.map(\.sequence) == [3])
      #expect(try reading.request("k")?.digest == "digest")
      #expect(try reading.history(HistoryQuery(.all, limit: 9)).count == 3)
      let tallies = try reading.tallies()
      #expect(
        tallies.depth == (try reading.queueCounts(at: Timestamp(microseconds: 99)).depth))
      #expect(tallies.since != nil)
    }
    #expect(
      try store.write { try $0.removeRequests(savedBefore: Timestamp(microseconds: 8), limit: 9) }
        == 1)
  }

  @Test("a store that was brought up to date has the columns and indexes of a new one")
  func layout() throws {
    let folder = try TemporaryFolder()
    try SQLiteStore.create(at: folder.store, options: .init(), schema: .firstRelease).close()
    try SQLiteStore.open(at: folder.store).close()
    let other = folder.path + "/new"
    try SQLiteStore.create(at: other).close()
    #expect(try Self.layout(of: folder.store) == Self.layout(of: other))
  }

  /// Every column by table, and every index and trigger with its words.
  private static func layout(of path: String) throws -> Set<String> {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      let columns = try String.fetchAll(
        database,
        sql: """
          SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
          FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'
          """)
      let others = try String.fetchAll(
        database, sql: "SELECT coalesce(sql, name) FROM sqlite_schema WHERE type <> 'table'")
      return Set(
        columns + others.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
    }
  }
}
