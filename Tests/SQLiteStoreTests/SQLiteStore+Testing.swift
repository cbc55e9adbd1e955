// What tests need to see of a store's inside.

import GRDB

@testable import SQLiteStore

extension SQLiteStore {
  /// Bodies that wait for their turn.
  var waitingWrites: Int { writer?.waitingCount ?? 0 }

  /// Runs statements by hand, outside any transaction of the store.
  func onWriter<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try pool.writeWithoutTransaction(body)
  }
}
