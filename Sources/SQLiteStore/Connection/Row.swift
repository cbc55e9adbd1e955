// The row that a statement stands on, read by column.

import ApplicationRuntime
import GRDBSQLite
import Workflow
import WorkflowRuntime

/// Valid only until the statement goes on. What is stored is not trusted: a value that cannot be
/// read is an error that says that the store is damaged.
struct Row {
  let statement: OpaquePointer

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func number(_ column: Int32) -> Int { Int(integer(column)) }

  func bool(_ column: Int32) -> Bool { integer(column) != 0 }

  func time(_ column: Int32) -> Timestamp { Timestamp(microseconds: integer(column)) }

  func optionalTime(_ column: Int32) -> Timestamp? {
    optionalInteger(column).map(Timestamp.init(microseconds:))
  }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func identifier<Name: Identifier>(_ column: Int32, _ type: Name.Type = Name.self) -> Name {
    Name(text(column))
  }

  func optionalIdentifier<Name: Identifier>(
    _ column: Int32, _ type: Name.Type = Name.self
  ) -> Name? {
    isNull(column) ? nil : Name(text(column))
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable<String>>(
    _ column: Int32, _ type: Word.Type = Word.self
  ) throws -> Word {
    let text = text(column)
    guard let word = Word(rawValue: text) else {
      throw StoreError(.damaged, "The store holds “\(text)”, which is no \(Word.self).")
    }
    return word
  }

  func json(_ column: Int32) throws -> JSON {
    do {
      return try JSON(parsing: text(column))
    } catch {
      throw StoreError(.damaged, "The store holds JSON that cannot be read: \(error.message).")
    }
  }

  func stored<Value: Storable>(_ column: Int32, _ type: Value.Type = Value.self) throws -> Value {
    let json = try json(column)
    do {
      return try Value(stored: json)
    } catch {
      throw StoreError(
        .damaged, "The store holds a \(Value.self) that cannot be read: \(error.message).")
    }
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
