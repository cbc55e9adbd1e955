// The ledger file as projection of the journal.

import ApplicationRuntime
import Foundation
import Testing
import Workflow

@testable import Expenses

@Suite("Ledger file")
struct LedgerFileTests {
  private let folder: TemporaryFolder
  private let path: String
  private let journal: [StoredRecord]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("ledger.journal")
    journal = try Self.journal(of: 1...6)
  }

  private static func journal(
    of numbers: ClosedRange<Int64>, title: String = "Visit"
  ) throws -> [StoredRecord] {
    try numbers.map { number in
      let entry = try JournalEntry(
        kind: .posting, day: try #require(Day(iso8601: "2026-03-05")), document: "ER-000012",
        instance: InstanceID(number), description: "\(title) \(number)",
        postings: [
          .init(account: "expenses:travel", amount: Money(minorUnits: number, currency: .euro)),
          .init(account: "assets:bank", amount: Money(minorUnits: -number, currency: .euro)),
        ])
      return StoredRecord(
        number: number, key: "\(number)", document: nil, body: entry.json.text,
        at: Timestamp(microseconds: 0))
    }
  }

  @discardableResult
  private func bring(_ records: [StoredRecord]) throws -> Int {
    try LedgerFile.bring(upToDate: path) { after, limit in
      Array(records.filter { $0.number > after }.prefix(limit))
    }
  }

  private func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func write(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func whole(_ records: [StoredRecord]) throws -> [UInt8] {
    try records.reduce(into: Array(LedgerFile.heading.utf8)) { bytes, record in
      bytes += try JournalEntry(body: record.body).ledgerText(number: record.number).utf8
    }
  }

  @Test("a new file gets every entry, and nothing twice")
  func appends() throws {
    #expect(try bring([]) == 0)
    #expect(try bring(Array(journal.prefix(2))) == 2)
    #expect(try bring(journal) == 4)
    #expect(try bring(journal) == 0)
    #expect(try bytes() == whole(journal))
  }

  @Test("more entries than one window reads")
  func windows() throws {
    let many = try Self.journal(of: 1...600)
    #expect(try bring(many) == 600)
    #expect(try bytes() == whole(many))
    #expect(try bring(many) == 0)
  }

  @Test("a file torn at any byte is brought up to date and equals the whole one")
  func tornAnywhere() throws {
    // Two entries: each length of the file costs a flush of the disk.
    let journal = Array(journal.prefix(2))
    let expected = try whole(journal)
    for length in 0...expected.count {
      try write(expected.prefix(length))
      try bring(journal)
      let found = try bytes()
      guard found == expected else {
        Issue.record("torn at \(length)")
        return
      }
    }
  }

  @Test("a tail of zeros after a power cut is cut too")
  func zeros() throws {
    let expected = try whole(journal)
    let size = expected.count
    for torn in [0, 3, 40] {
      try write(Array(expected.prefix(size - 60 + torn)) + Array(repeating: 0, count: 9))
      try bring(journal)
      #expect(try bytes() == expected)
    }
  }

  @Test("a file that is not ours, or was changed, is refused by name and left as it is")
  func foreign() throws {
    let good = try whole(Array(journal.prefix(3)))
    let text = String(decoding: good, as: UTF8.self)
    let files: [[UInt8]] = [
      Array("hello\n".utf8), Array("; Countersign ledger, format 9\n".utf8),
      good + Array("; mine\n".utf8), good + Array("2026-01-01 my own entry\n".utf8),
      good + Array("2026-03-0x".utf8), good + [0xFF, 0xFE],
      Array(text.replacingOccurrences(of: "Visit 3", with: "Visit X").utf8),
      Array(text.replacingOccurrences(of: "\n    expenses", with: "\nexpenses").utf8),
      Array(repeating: 0, count: 5000), try whole(Self.journal(of: 1...3, title: "Other")),
      try whole(Self.journal(of: 1...9)),
    ]
    for (index, file) in files.enumerated() {
      try write(file)
      let error = #expect(throws: ExpenseError.self, "file \(index)") { try bring(journal) }
      #expect(error?.code == .foreignFile, "file \(index)")
      #expect(error?.message.contains("ledger.journal") == true)
      #expect(try bytes() == file, "file \(index)")
    }
  }

  @Test("a gap in the file, or in the journal, is refused")
  func gap() throws {
    let without = journal.filter { $0.number != 2 }
    let file = try whole(without)
    try write(file)
    #expect(throws: ExpenseError.self) { try bring(journal) }
    #expect(try bytes() == file)
    try write([])
    let error = #expect(throws: ExpenseError.self) { try bring(without) }
    #expect(error?.code == .gap)
    #expect(try bring(journal) == 6)
  }

  @Test("a path that is a folder, a device or in no folder is told, not made")
  func unavailable() throws {
    for path in [folder.path, "/dev/null", folder.file("none/ledger.journal")] {
      let error = #expect(throws: ExpenseError.self) {
        try LedgerFile.bring(upToDate: path) { _, _ in [] }
      }
      #expect(error?.code == .fileUnavailable)
    }
  }

  @Test("two that bring one file up to date at the same time double nothing")
  func concurrent() async throws {
    let path = path
    let journal = try Self.journal(of: 1...300)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for count in [100, 200, 300, 300] {
        group.addTask {
          _ = try? LedgerFile.bring(upToDate: path) { after, limit in
            Array(journal.prefix(count).filter { $0.number > after }.prefix(limit))
          }
        }
      }
      try await group.waitForAll()
    }
    try bring(journal)
    #expect(try bytes() == whole(journal))
  }
}
