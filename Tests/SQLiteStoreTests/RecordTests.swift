// The record in the file itself: what its own rules refuse, and what `verify` finds of the rest.

import Foundation
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import SQLiteStore

struct RecordTests {
  private let folder: TemporaryFolder

  /// A store whose history the engine wrote: a few drafts, edited.
  init() throws {
    folder = try TemporaryFolder()
    let store = try SQLiteStore.create(at: folder.store)
    for number in 1...3 {
      try store.write { transaction in
        try transaction.insert(
          StoredDocument(
            id: DocumentID("D-\(number)"), type: "note", title: "", originator: "root",
            fields: "{}", lines: "[]", createdAt: .distantPast, changedAt: .distantPast),
          fingerprints: [])
        for _ in 1...number {
          var chain = HistoryChain(document: DocumentID("D-\(number)"), instance: nil)
          try chain.append(
            HistoryEntry(.edited, at: Timestamp(microseconds: 5), actor: Actor("root")),
            to: transaction, random: SystemRandomSource())
        }
      }
    }
    try store.close()
  }

  private func tamper(_ sql: String, isFree: Bool = true) throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { database in
      if isFree {
        for table in ["history", "store_chain", "removed_history"] {
          for change in ["update", "delete"] {
            try database.execute(sql: "DROP TRIGGER \(table)_refuses_\(change)")
          }
        }
      }
      try database.execute(sql: sql)
    }
    try queue.close()
  }

  private func findings() throws -> [VerificationFinding] {
    let store = try SQLiteStore.open(at: folder.store)
    var found: [VerificationFinding] = []
    _ = try Engine(store: store, types: []).verify { found.append($0) }
    return found
  }

  @Test("what the engine wrote is sound")
  func sound() throws {
    #expect(try findings().isEmpty)
  }

  @Test(
    "a damaged byte, a removed row, a swapped row and a cut tail are found",
    arguments: [
      "UPDATE history SET hash = x'00' WHERE sequence = 3",
      "UPDATE history SET salt = zeroblob(16) WHERE sequence = 3",
      "UPDATE history SET actor = 'someone' WHERE sequence = 3",
      "UPDATE history SET at = 6 WHERE sequence = 1",
      "UPDATE history SET event = 'editex' WHERE sequence = 3",
      "UPDATE history SET \"values\" = '[' WHERE sequence = 3",
      "UPDATE history SET document = 'D-1' WHERE sequence = 3",
      "DELETE FROM history WHERE sequence = 4",
      "DELETE FROM history WHERE sequence = 6",
      "DELETE FROM history",
      "UPDATE history SET sequence = 99 WHERE sequence = 2;"
        + "UPDATE history SET sequence = 2 WHERE sequence = 3;"
        + "UPDATE history SET sequence = 3 WHERE sequence = 99",
      "DELETE FROM store_chain WHERE number = 2", "DELETE FROM store_chain WHERE number = 3",
      "DELETE FROM store_chain",
      "UPDATE store_chain SET hash = x'00' WHERE number = 1",
      "UPDATE store_chain SET first = 3 WHERE number = 2",
      "INSERT INTO history SELECT 7, document, instance, event, at, actor, impersonated_by, "
        + "on_behalf_of, element, step, comment, detail, \"values\", message, change, salt, hash, "
        + "erased_content_hash, state_hash FROM history WHERE sequence = 6",
      "INSERT INTO removed_history SELECT sequence, hash FROM history WHERE sequence = 6;"
        + "DELETE FROM history WHERE sequence = 6; UPDATE removed_history SET hash = x'00'",
    ])
  func damage(_ sql: String) throws {
    try tamper(sql)
    #expect(try !findings().isEmpty)
  }

  @Test(
    "the file refuses every change of its history but erasing words",
    arguments: [
      "UPDATE history SET comment = 'x' WHERE sequence = 3",
      "UPDATE history SET hash = x'00' WHERE sequence = 3",
      "UPDATE history SET erased_content_hash = x'01', salt = x'', comment = 'new'",
      "UPDATE history SET erased_content_hash = x'01'",
      "DELETE FROM history WHERE sequence = 3", "DELETE FROM store_chain",
      "UPDATE store_chain SET hash = x'00'",
    ])
  func refused(_ sql: String) throws {
    #expect(throws: DatabaseError.self) { try tamper(sql, isFree: false) }
    #expect(try findings().isEmpty)
  }

  @Test("erased words are not in the file any more")
  func overwritten() throws {
    let store = try SQLiteStore.open(at: folder.store)
    let secret = "a-secret-that-was-said"
    try store.write { transaction in
      try transaction.append(
        StoredHistoryEntry(
          sequence: 100, document: "D-1", instance: nil,
          entry: HistoryEntry(.commented, at: .distantPast, comment: secret), salt: [1],
          hash: [2]))
    }
    try store.write { transaction in
      try transaction.erase(
        StoredHistoryEntry(
          sequence: 100, document: "D-1", instance: nil,
          entry: HistoryEntry(.commented, at: .distantPast), salt: [], erasedContentHash: [3],
          hash: [2]))
    }
    try store.checkpoint()
    try store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.store + "-wal"))
  }
}
