// What SQLite reports, in the words of a store.

import ApplicationRuntime
import GRDB
import GRDBSQLite

extension StoreError {
  /// SQLITE_IOERR_SHMSIZE, a macro that Swift does not see.
  private static let noSharedMemory = SQLITE_IOERR | (19 << 8)

  /// The error for a result code of SQLite.
  init(resultCode: Int32, message: String, location: String) {
    // The extended code says more than a person can use; the low byte is the primary one. Only
    // that the shared memory beside the store cannot grow is another way to say that it is full.
    switch resultCode == Self.noSharedMemory ? SQLITE_FULL : resultCode & 0xff {
    case SQLITE_FULL:
      self.init(
        .diskFull,
        "There is no space left for the store \(location). Nothing was lost; free some space and "
          + "try again.")
    case SQLITE_IOERR, SQLITE_CANTOPEN:
      self.init(
        .inputOutput,
        "The store \(location) could not be read or written (\(message)). Check the disk and try "
          + "again.")
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(
        .busy, "Another process holds the store \(location). Nothing was done; try again.")
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      self.init(
        .damaged,
        "The store \(location) is damaged (\(message)). Keep the file, and restore a backup.")
    case SQLITE_READONLY:
      self.init(.readOnly, "The store \(location) may be read but not written.")
    case SQLITE_PERM, SQLITE_AUTH:
      self.init(.noPermission, "You may not use the store \(location).")
    case SQLITE_CONSTRAINT:
      self.init(.conflict, "The store refused a change that breaks its rules (\(message)).")
    default:
      self.init(.unexpected, "The store \(location) reported: \(message) (\(resultCode)).")
    }
  }

  /// The error for anything that GRDB throws; an error that is one of ours stays as it is.
  init(_ error: any Error, location: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      self.init(
        resultCode: error.extendedResultCode.rawValue,
        message: error.message ?? "no reason given", location: location)
    default: self.init(.unexpected, "The store \(location) reported: \(error).")
    }
  }

  static func closed(_ location: String) -> StoreError {
    StoreError(.closed, "The store \(location) is closed.")
  }
}
