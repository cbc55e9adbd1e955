// Gives a statement its arguments, in the order in which they stand in its text.

import GRDBSQLite
import Workflow

/// Binds one argument after the other. A failure is kept and told once, by the connection.
struct Binder {
  let statement: OpaquePointer
  /// Where texts and bytes are kept while the statement runs; nil lets SQLite copy them.
  private let texts: BoundTexts?
  private(set) var code = SQLITE_OK
  private var index: Int32 = 0

  init(_ statement: OpaquePointer, _ texts: BoundTexts?) {
    self.statement = statement
    self.texts = texts
  }

  private mutating func note(_ code: Int32) {
    if code != SQLITE_OK { self.code = code }
  }

  mutating func add(_ value: Int64) {
    index += 1
    note(sqlite3_bind_int64(statement, index, value))
  }

  mutating func add(_ value: Int64?) {
    if let value { add(value) } else { addNull() }
  }

  mutating func add(_ value: Int) { add(Int64(value)) }

  mutating func add(_ value: Bool) { add(value ? Int64(1) : 0) }

  mutating func add(_ time: Timestamp) { add(time.microseconds) }

  mutating func add(_ time: Timestamp?) { add(time?.microseconds) }

  mutating func add(_ text: String) {
    index += 1
    var text = text
    note(
      text.withUTF8 { bytes in
        let (start, lifetime) = kept(UnsafeRawBufferPointer(bytes))
        return sqlite3_bind_text64(
          statement, index, start?.assumingMemoryBound(to: CChar.self) ?? Self.empty,
          UInt64(bytes.count), lifetime, UInt8(SQLITE_UTF8))
      })
  }

  mutating func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  mutating func add(_ identifier: some Identifier) { add(identifier.rawValue) }

  mutating func add(_ identifier: (some Identifier)?) { add(identifier?.rawValue) }

  mutating func add(_ identifier: some NumberedIdentifier) { add(identifier.number) }

  mutating func add(_ identifier: (some NumberedIdentifier)?) { add(identifier?.number) }

  mutating func add(_ bytes: [UInt8]) {
    index += 1
    note(
      bytes.withUnsafeBytes { buffer in
        guard !buffer.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
        let (start, lifetime) = kept(buffer)
        return sqlite3_bind_blob64(statement, index, start, UInt64(buffer.count), lifetime)
      })
  }

  mutating func add(_ bytes: [UInt8]?) {
    if let bytes { add(bytes) } else { addNull() }
  }

  /// A negative limit would mean none.
  mutating func add(limit: Int) { add(Int64(max(0, limit))) }

  private mutating func addNull() {
    index += 1
    note(sqlite3_bind_null(statement, index))
  }

  /// Where SQLite finds the bytes when the statement runs, and whether it has to copy them now.
  private func kept(
    _ bytes: UnsafeRawBufferPointer
  ) -> (start: UnsafeRawPointer?, lifetime: sqlite3_destructor_type?) {
    // Nil is `SQLITE_STATIC`.
    if let place = texts?.keep(bytes) { return (place, nil) }
    return (bytes.baseAddress, Self.copied)
  }

  /// `SQLITE_TRANSIENT`: a C macro that Swift does not import.
  private static var copied: sqlite3_destructor_type? {
    unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
  }

  /// A null pointer would bind NULL in place of an empty text.
  private static var empty: UnsafePointer<CChar>? {
    UnsafeRawPointer(emptyText.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  private static let emptyText: StaticString = ""
}
