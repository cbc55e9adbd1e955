// What types keep for themselves: records numbered without gaps.

import ApplicationRuntime
import Workflow

extension Reading {
  func record(in collection: String, key: String) throws -> StoredRecord? {
    try connection.first(
      .record,
      {
        $0.add(collection)
        $0.add(key)
      }, StoredRecord.init)
  }

  func records(
    in collection: String, after number: Int64, limit: Int
  ) throws -> [StoredRecord] {
    try connection.all(
      .records,
      {
        $0.add(collection)
        $0.add(number)
        $0.add(limit: limit)
      }, StoredRecord.init)
  }

  func lastRecordNumber(in collection: String) throws -> Int64 {
    try connection.first(.lastRecordNumber, { $0.add(collection) }, { $0.integer(0) }) ?? 0
  }
}

extension Transaction {
  func appendRecord(
    in collection: String, key: String, document: DocumentID?, body: String, at: Timestamp
  ) throws -> Int64 {
    let known = try connection.first(
      .recordNumber,
      {
        $0.add(collection)
        $0.add(key)
      }, { $0.integer(0) })
    if let known { return known }
    let number = try lastRecordNumber(in: collection) + 1
    try connection.run(.insertRecord) {
      $0.add(collection)
      $0.add(number)
      $0.add(key)
      $0.add(document)
      $0.add(body)
      $0.add(at)
    }
    return number
  }
}

extension StoredRecord {
  init(_ row: Row) {
    self.init(
      number: row.integer(0), key: row.text(1), document: row.optionalIdentifier(2),
      body: row.text(3), at: row.time(4))
  }
}
