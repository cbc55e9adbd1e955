// How the connections of a store are set up.

import ApplicationRuntime
import CSQLite
import Foundation
import GRDB

extension Configuration {
  /// How long a connection waits for another process before it says that the store is busy.
  private static let patience = 5_000

  /// Done once, before the first connection is made.
  private static let librarySetUp: Void = sqlite_fit_to_one_writer()

  static func store(isReadOnly: Bool) -> Configuration {
    librarySetUp
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "countersign.store"
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    // SQLite's own waiting grows to a tenth of a second between tries; a process that writes all
    // the time leaves gaps far shorter than that.
    configuration.busyMode = .callback { tries in
      usleep(1_000)
      return tries < patience
    }
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA cache_size = -16000;
          PRAGMA temp_store = MEMORY;
          PRAGMA trusted_schema = OFF;
          PRAGMA recursive_triggers = ON;
          """)
    }
    return configuration
  }
}

extension Database {
  /// GRDB sets NORMAL on the writer of a pool. The value is read back: that the statement was
  /// accepted does not say that it is in force.
  func flushEveryCommit(location: String) throws {
    try execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(self, sql: "PRAGMA synchronous") == 2 else {
      throw StoreError(
        .unexpected,
        "The store \(location) does not flush its commits (synchronous is not FULL). It was not "
          + "opened.")
    }
  }
}
