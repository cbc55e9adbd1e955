// Runs the statements of a store on one connection to SQLite.

import ApplicationRuntime
import GRDB
import GRDBSQLite

/// The statements of one connection: prepared once, bound and read through the C API.
///
/// It belongs to the dispatch queue of its GRDB connection and is used nowhere else. GRDB opens,
/// configures and closes the connection; the rows do not go through it, because its own statements
/// cost twice as much as SQLite's (DESIGN 2).
final class Connection {
  let location: String
  private let database: Database
  private let handle: OpaquePointer
  private let statistics: Statistics
  /// Kept by the writer, which lives as long as the store; nil on a reader, whose connection keeps
  /// them itself.
  private var prepared: [Statement?]?
  /// Of the writer alone: a reader is made anew for each reading.
  private let texts: BoundTexts?
  /// The last error whose cause lies outside: it explains why SQLite undid a whole transaction.
  private(set) var environmentalFailure: StoreError?

  /// How large the journal was after the last commit.
  private(set) var journalBytes = 0

  init(
    _ database: Database, keepsStatements: Bool, statistics: Statistics, location: String
  ) throws {
    guard let handle = database.sqliteConnection else { throw StoreError.closed(location) }
    self.database = database
    self.handle = handle
    self.statistics = statistics
    self.location = location
    texts = keepsStatements ? BoundTexts() : nil
    prepared = keepsStatements ? Array(repeating: nil, count: Query.allCases.count) : nil
  }

  /// Whether a transaction is open; SQLite ends one by itself after some errors.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The rows that were changed since the connection was opened.
  var totalChanges: Int { Int(sqlite3_total_changes(handle)) }

  /// Runs a statement that returns no rows; returns how many it changed.
  @discardableResult
  func run(_ query: Query, _ bind: (inout Binder) -> Void = { _ in }) throws -> Int {
    try running(query, bind) { statement in
      try step(statement) ? 0 : Int(sqlite3_changes(handle))
    }
  }

  /// The first row, or nil.
  func first<Value>(
    _ query: Query, _ bind: (inout Binder) -> Void = { _ in }, _ read: (Row) throws -> Value
  ) throws -> Value? {
    try running(query, bind) { statement in
      try step(statement) ? try read(Row(statement: statement)) : nil
    }
  }

  /// All rows.
  func all<Value>(
    _ query: Query, _ bind: (inout Binder) -> Void = { _ in }, _ read: (Row) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try each(query, bind) { row in
      values.append(try read(row))
      return true
    }
    return values
  }

  /// The rows one by one, as long as `body` returns true.
  func each(
    _ query: Query, _ bind: (inout Binder) -> Void, _ body: (Row) throws -> Bool
  ) throws {
    try running(query, bind) { statement in
      while try step(statement) {
        guard try body(Row(statement: statement)) else { return }
      }
    }
  }

  /// Forgets the prepared statements, so that the connection can be closed.
  func finish() {
    prepared = nil
    sqlite3_wal_hook(handle, nil, nil)
  }

  /// From now on `journalBytes` is known. Ends with `finish`, which must be called.
  func watchJournal() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        connection.journalBytes = Int(pages) * Connection.pageSize
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// What SQLite makes a new file with.
  private static let pageSize = 4096

  func forgetFailure() { environmentalFailure = nil }

  /// Gives a statement its arguments, and resets it when `body` is done with it.
  private func running<Value>(
    _ query: Query, _ bind: (inout Binder) -> Void, _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    statistics.countStatement()
    let statement = try statement(query)
    let mark = texts?.mark ?? 0
    defer {
      sqlite3_reset(statement)
      texts?.release(to: mark)
    }
    var binder = Binder(statement, texts)
    bind(&binder)
    guard binder.code == SQLITE_OK else {
      throw StoreError(
        resultCode: binder.code, message: "a value is too large", location: location)
    }
    return try body(statement)
  }

  /// Whether there is a row.
  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = StoreError(
        resultCode: sqlite3_extended_errcode(handle),
        message: String(cString: sqlite3_errmsg(handle)),
        location: location)
      if error.isEnvironmental || error.code == .damaged { environmentalFailure = error }
      throw error
    }
  }

  private func statement(_ query: Query) throws -> OpaquePointer {
    if let statement = prepared?[query.rawValue] ?? nil { return statement.sqliteStatement }
    do {
      guard prepared != nil else {
        return try database.cachedStatement(sql: query.sql).sqliteStatement
      }
      let statement = try database.makeStatement(sql: query.sql)
      prepared?[query.rawValue] = statement
      return statement.sqliteStatement
    } catch {
      throw StoreError(error, location: location)
    }
  }
}
