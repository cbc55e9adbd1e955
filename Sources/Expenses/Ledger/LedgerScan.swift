// Reads a ledger file from its begin to its end, as a machine that is fed with bytes.

/// Finds the last whole entry of a ledger file, and refuses a file that is not made of entries
/// numbered from 1. An entry is whole when the empty line after it is there.
struct LedgerScan {
  private enum Place {
    case between
    case inEntry(number: Int64, start: UInt64)
  }

  private static let newline: UInt8 = 0x0A
  /// As much of a line as is looked at.
  private static let lineStart = 48

  let path: String
  /// The number of the last whole entry; 0 when there is none.
  private(set) var lastNumber: Int64 = 0
  /// Where it begins and ends in the file.
  private(set) var startOfLast: UInt64
  private(set) var endOfLast: UInt64

  private var place = Place.between
  private var line: [UInt8] = []
  private var lineNumber: Int
  private var offsetOfLine: UInt64
  private var offset: UInt64

  /// A scan that begins after the heading.
  init(path: String) {
    self.path = path
    let heading = LedgerFile.heading.utf8
    offset = UInt64(heading.count)
    offsetOfLine = offset
    startOfLast = offset
    endOfLast = offset
    lineNumber = heading.reduce(1) { $1 == Self.newline ? $0 + 1 : $0 }
  }

  /// Takes the next bytes of the file.
  mutating func take(_ bytes: [UInt8]) throws(ExpenseError) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: Self.newline) {
      keep(rest[..<end])
      offset += UInt64(end - rest.startIndex + 1)
      try endLine()
      line.removeAll(keepingCapacity: true)
      lineNumber += 1
      offsetOfLine = offset
      rest = rest[(end + 1)...]
    }
    keep(rest)
    offset += UInt64(rest.count)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    line += bytes.prefix(max(0, Self.lineStart - line.count))
  }

  private mutating func endLine() throws(ExpenseError) {
    switch place {
    case .between:
      guard let number = Self.number(ofEntry: line) else { throw foreign() }
      guard number == lastNumber + 1 else {
        throw ExpenseError(
          .gap,
          "\(path), line \(lineNumber): entry \(number) follows entry \(lastNumber). "
            + "Move the file away, and it is written anew from the journal")
      }
      place = .inEntry(number: number, start: offsetOfLine)
    case .inEntry(let number, let start):
      if line.isEmpty {
        lastNumber = number
        startOfLast = start
        endOfLast = offset
        place = .between
      } else if !line.starts(with: "    ".utf8) {
        throw foreign()
      }
    }
  }

  private func foreign() -> ExpenseError {
    ExpenseError(
      .foreignFile,
      "\(path), line \(lineNumber), was not written by Countersign. The file is left as it is; "
        + "move it away, and it is written anew from the journal")
  }

  /// The number in `2026-03-05 (42) …`.
  private static func number(ofEntry line: [UInt8]) -> Int64? {
    guard line.count > 14, line[10] == 0x20, line[11] == 0x28,
      let end = line.firstIndex(of: 0x29), end > 12
    else { return nil }
    let digits = line[12..<end]
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.first != 0x30 else { return nil }
    return Int64(String(decoding: digits, as: UTF8.self))
  }
}
