// A store of the first layout, which had no chain of the store.

import ApplicationRuntime
import Foundation
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import SQLiteStore

struct FirstLayoutTests {
  /// The record as the first layout had it.
  private static let first = Schema(
    version: 1,
    create: Schema.tables + """
      ALTER TABLE history DROP COLUMN erased_content_hash;
      ALTER TABLE history DROP COLUMN state_hash;
      CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
      CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
      """,
    migrations: [:])

  @Test("an older store gets a chain over what it held, and no entry is hashed anew")
  func chain() throws {
    let folder = try TemporaryFolder()
    try SQLiteStore.create(at: folder.store, options: .init(), schema: Self.first).close()
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
    try SQLiteStore.create(at: folder.store, options: .init(), schema: Self.first).close()
    let store = try SQLiteStore.open(at: folder.store)
    #expect(try store.read { try $0.lastStoreChainLink() } == nil)
  }
}
