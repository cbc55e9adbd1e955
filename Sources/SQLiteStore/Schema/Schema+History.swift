// The tables of the record, and how a store of the first layout gets them.

import ApplicationRuntime
import Foundation
import GRDB

extension Schema {
  /// What holds for the record in every layout from the second on. The triggers let nothing
  /// change but what leaves the hashes: an entry may lose its words, and it may go when its hash
  /// stays.
  static let historyRules = """
    CREATE TABLE removed_history (
      sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL
    );
    CREATE TABLE store_chain (
      number INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL,
      entries INTEGER NOT NULL, hash BLOB NOT NULL
    );
    CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history
      WHEN NOT (
        new.erased_content_hash IS NOT NULL AND new.hash IS old.hash
        AND new.state_hash IS old.state_hash AND new.sequence IS old.sequence
        AND new.document IS old.document AND new.instance IS old.instance
        AND new.event IS old.event AND new.at IS old.at AND new.actor IS old.actor
        AND new.impersonated_by IS old.impersonated_by AND new.on_behalf_of IS old.on_behalf_of
        AND new.element IS old.element AND new.step IS old.step AND new.message IS old.message
        AND (new.comment IS NULL OR new.comment IS old.comment)
        AND (new.detail IS NULL OR new.detail IS old.detail)
        AND (new."values" IS NULL OR new."values" IS old."values")
        AND new.salt = x'' AND (new.change IS NULL) = (old.change IS NULL)
        AND (old.erased_content_hash IS NULL
          OR new.erased_content_hash IS old.erased_content_hash)
      )
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history
      WHEN NOT EXISTS (
        SELECT 1 FROM removed_history WHERE sequence = old.sequence AND hash = old.hash)
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER removed_history_refuses_update BEFORE UPDATE ON removed_history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER removed_history_refuses_delete BEFORE DELETE ON removed_history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER store_chain_refuses_update BEFORE UPDATE ON store_chain
      BEGIN SELECT RAISE(ABORT, 'the chain of the store is append-only'); END;
    CREATE TRIGGER store_chain_refuses_delete BEFORE DELETE ON store_chain
      BEGIN SELECT RAISE(ABORT, 'the chain of the store is append-only'); END;
    """

  /// From layout 1: no entry is hashed anew; link 0 of the chain covers those that are there.
  static let addStoreChain: @Sendable (Database) throws -> Void = { database in
    try database.execute(
      sql: """
        ALTER TABLE history ADD COLUMN erased_content_hash BLOB;
        ALTER TABLE history ADD COLUMN state_hash BLOB;
        DROP TRIGGER history_refuses_update;
        DROP TRIGGER history_refuses_delete;
        """)
    try database.execute(sql: historyRules)
    let bounds = try GRDB.Row.fetchOne(
      database, sql: "SELECT count(*), min(sequence), max(sequence) FROM history")
    guard let bounds, let count: Int = bounds[0], let first: Int64 = bounds[1],
      let last: Int64 = bounds[2]
    else { return }
    var hash = StoreChainHash(after: nil, number: 0, first: first, last: last, count: count)
    let entries = try GRDB.Row.fetchCursor(
      database, sql: "SELECT hash FROM history ORDER BY sequence")
    while let entry = try entries.next() {
      let bytes: Data = entry[0]
      hash.add([UInt8](bytes))
    }
    try database.execute(
      sql: "INSERT INTO store_chain VALUES (0, ?, ?, ?, ?)",
      arguments: [first, last, count, Data(hash.finished())])
  }
}
