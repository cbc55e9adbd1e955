// The ledger file, kept as a projection of the journal in the store.

import ApplicationRuntime
import Foundation

/// A file in hledger's format with every entry of the journal, in order, each once.
///
/// ```swift
/// try LedgerFile.bring(upToDate: "ledger.journal") { after, limit in
///   try reading.records(in: Journal.collection, after: after, limit: limit)
/// }
/// ```
public enum LedgerFile {
  /// The first lines of the file, by which it is known.
  static let heading = """
    ; Countersign ledger, format 1. Written from the journal of the store: do not edit.
    decimal-mark .


    """
  private static let window = 256

  /// Appends what the file lacks, after cutting the torn tail of an append that did not end, and
  /// flushes it to the disk. A file that is not there is made.
  ///
  /// Two processes that do this at the same time wait for each other.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - records: reads the journal: at most so many records after a number, in order.
  /// - Returns: how many entries were appended.
  /// - Throws: ``ExpenseError`` when the file was not written from this journal, was changed, has
  ///   a gap, or cannot be written; nothing in it is changed then.
  @discardableResult
  public static func bring(
    upToDate path: String,
    reading records: (_ after: Int64, _ limit: Int) throws -> [StoredRecord]
  ) throws -> Int {
    let file = try LedgerDescriptor(path: path)
    var scan = LedgerScan(path: LedgerDescriptor.shown(path))
    if try !readHeading(of: file) {
      try file.cut(at: 0)
      try file.append(Array(heading.utf8))
      try file.flush()
    }
    try file.read(from: UInt64(heading.utf8.count)) { part throws(ExpenseError) in
      try scan.take(part)
    }
    var next = try records(max(0, scan.lastNumber - 1), window)
    if scan.lastNumber > 0 { try checkLastEntry(&next, scan, file) }
    try cutTail(before: next.first, scan, file)
    return try append(next, after: scan.lastNumber, to: file, reading: records)
  }

  /// False when the file is empty or its heading is torn.
  private static func readHeading(of file: LedgerDescriptor) throws -> Bool {
    let expected = Array(heading.utf8)
    let found = try file.bytes(at: 0, count: expected.count)
    if found == expected { return true }
    guard try file.size() <= expected.count, isTorn(found, of: expected) else {
      throw file.foreign("it does not begin as a ledger")
    }
    return false
  }

  /// The last entry of the file must be the journal's, or the file belongs to another store.
  private static func checkLastEntry(
    _ next: inout [StoredRecord], _ scan: LedgerScan, _ file: LedgerDescriptor
  ) throws {
    guard let last = next.first, last.number == scan.lastNumber else {
      throw file.foreign("the journal has no entry \(scan.lastNumber)")
    }
    let expected = try text(of: last)
    let length = Int(clamping: scan.endOfLast - scan.startOfLast)
    guard length == expected.count,
      try file.bytes(at: scan.startOfLast, count: length) == expected
    else { throw file.foreign("its entry \(last.number) differs from the journal's") }
    next.removeFirst()
  }

  /// Only what can be the begin of the next entry is cut: nobody's text is lost.
  private static func cutTail(
    before next: StoredRecord?, _ scan: LedgerScan, _ file: LedgerDescriptor
  ) throws {
    let size = try file.size()
    let end = scan.endOfLast
    guard size > end else { return }
    let expected = try next.map { try text(of: $0) } ?? []
    let tail = try file.bytes(at: end, count: min(Int(clamping: size - end), 1 << 20))
    guard end + UInt64(tail.count) == size, isTorn(tail, of: expected) else {
      throw file.foreign("there is text after entry \(scan.lastNumber) that is not the journal's")
    }
    try file.cut(at: end)
  }

  /// Whether bytes are the begin of what was to be written; a power cut may leave zeros after it.
  private static func isTorn(_ bytes: [UInt8], of expected: [UInt8]) -> Bool {
    let zeros = bytes.reversed().prefix { $0 == 0 }.count
    let written = bytes.dropLast(zeros)
    return written.count < max(1, expected.count) && expected.starts(with: written)
  }

  private static func append(
    _ first: [StoredRecord], after number: Int64, to file: LedgerDescriptor,
    reading records: (_ after: Int64, _ limit: Int) throws -> [StoredRecord]
  ) throws -> Int {
    var last = number
    var window = first
    while !window.isEmpty {
      var bytes: [UInt8] = []
      for record in window {
        guard record.number == last + 1 else {
          throw ExpenseError(
            .gap, "The journal has no entry \(last + 1), but \(record.number): the store is damaged"
          )
        }
        bytes += try text(of: record)
        last = record.number
      }
      try file.append(bytes)
      window = try records(last, Self.window)
    }
    try file.flush()
    return Int(last - number)
  }

  private static func text(of record: StoredRecord) throws -> [UInt8] {
    Array(try JournalEntry(body: record.body).ledgerText(number: record.number).utf8)
  }
}
