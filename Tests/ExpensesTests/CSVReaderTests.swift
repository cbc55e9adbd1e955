// The CSV reader: what is written is read back, and every byte belongs to one row.

import Testing

@testable import Expenses

@Suite("CSV reader")
struct CSVReaderTests {
  private func rows(_ bytes: [UInt8], separator: UInt8? = nil) -> [CSVRow] {
    var reader = CSVReader(bytes, separator: separator)
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    return rows
  }

  @Test("any cells that are written by the rules are read back")
  func roundTrip() {
    let pieces = ["a", "\"", ",", "\n", "é", "", " ", ";", "0"]
    for seed in UInt64(1)...300 {
      var numbers = SeededNumbers(state: seed)
      let table = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
            pieces.randomElement(using: &numbers) ?? ""
          }.joined()
        }
      }
      let text = table.map { row in
        row.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(rows(Array(text.utf8), separator: 0x2C).map(\.cells) == table, "seed \(seed)")
    }
  }

  @Test("whatever the bytes are, no row overlaps another and only blank lines lie between")
  func anyBytes() {
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0xFF, 0x00]
    for seed in UInt64(1)...2000 {
      var numbers = SeededNumbers(state: seed)
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        alphabet.randomElement(using: &numbers) ?? 0
      }
      var position = 0
      var line = 0
      for row in rows(bytes, separator: 0x2C) {
        let between = bytes[position..<max(position, row.bytes.lowerBound)]
        #expect(row.bytes.lowerBound >= position, "seed \(seed)")
        #expect(between.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }, "seed \(seed)")
        #expect(row.line > line, "seed \(seed)")
        position = row.bytes.upperBound
        line = row.line
      }
      let rest = bytes[position...]
      #expect(rest.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }, "seed \(seed)")
    }
  }
}
