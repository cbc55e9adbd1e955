// Reads CSV (RFC 4180) from bytes, row by row, with the line of each and what is wrong with it.

/// A reader of rows. Its time grows with the size of the file alone, whatever is in it.
struct CSVReader {
  private static let quote: UInt8 = 0x22
  private static let newline: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  /// A row of more cells is no table of expenses.
  private static let mostCells = 1000

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line = 1
  /// False once a quote was found that is never closed: from there on none reaches over a line,
  /// so that one stray quote spoils one line and not the rest of the file.
  private var quotesReachOverLines = true

  /// A reader that begins after a byte order mark, if there is one.
  init(_ bytes: [UInt8], separator: UInt8? = nil) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.separator = separator ?? Self.separator(in: bytes)
  }

  /// The separator that the first row has most of: comma, semicolon or tab.
  private static func separator(in bytes: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return candidates[counts[most] == 0 ? 0 : most]
  }

  /// The next row that is not blank; nil at the end.
  mutating func next() -> CSVRow? {
    while position < bytes.count {
      let start = position
      let lineOfStart = line
      var fields = self.fields()
      if fields == nil {
        quotesReachOverLines = false
        position = start
        line = lineOfStart
        fields = self.fields()
      }
      let row = row(fields ?? .failure(.unclosed), line: lineOfStart, bytes: start..<position)
      if row.problem != nil || row.cells != [""] { return row }
    }
    return nil
  }

  private enum Fault: Error {
    case unclosed, textAfterQuote, tooManyCells
  }

  private func row(
    _ fields: Result<[[UInt8]], Fault>, line: Int, bytes: Range<Int>
  ) -> CSVRow {
    let problem: String
    switch fields {
    case .failure(.unclosed): problem = "a quote is never closed"
    case .failure(.textAfterQuote): problem = "there is text after a closing quote"
    case .failure(.tooManyCells): problem = "has more than \(Self.mostCells) cells"
    case .success(let fields):
      let cells = fields.map { String(validating: $0, as: UTF8.self) }
      if let bad = cells.firstIndex(where: { $0 == nil }) {
        problem = "cell \(bad + 1) is not UTF-8 (perhaps Latin-1): save the file as UTF-8"
      } else {
        return CSVRow(line: line, cells: cells.compactMap { $0 }, problem: nil, bytes: bytes)
      }
    }
    return CSVRow(line: line, cells: [], problem: problem, bytes: bytes)
  }

  /// The fields up to and over the end of the row; nil when a quote reaches to the end of the file.
  private mutating func fields() -> Result<[[UInt8]], Fault>? {
    var fields: [[UInt8]] = []
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        guard let field = quoted() else {
          guard !quotesReachOverLines else { return nil }
          skipLine()
          return .failure(.unclosed)
        }
        fields.append(field)
      } else {
        let end = bytes[position...].firstIndex { $0 == separator || isBreak($0) } ?? bytes.count
        fields.append(Array(bytes[position..<end]))
        position = end
      }
      guard position < bytes.count else { return .success(fields) }
      if bytes[position] == separator {
        guard fields.count < Self.mostCells else {
          skipLine()
          return .failure(.tooManyCells)
        }
        position += 1
        continue
      }
      guard isBreak(bytes[position]) else {
        skipLine()
        return .failure(.textAfterQuote)
      }
      skipBreak()
      return .success(fields)
    }
  }

  /// The text between quotes, the position after them; nil when they are not closed.
  private mutating func quoted() -> [UInt8]? {
    var field: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else { return field }
        field.append(Self.quote)
        position += 1
      } else if isBreak(byte) {
        guard quotesReachOverLines else { return nil }
        skipBreak()
        field.append(Self.newline)
      } else {
        field.append(byte)
        position += 1
      }
    }
    return nil
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    byte == Self.newline || byte == Self.carriageReturn
  }

  private mutating func skipLine() {
    position = bytes[position...].firstIndex(where: isBreak) ?? bytes.count
    skipBreak()
  }

  private mutating func skipBreak() {
    guard position < bytes.count else { return }
    let isReturn = bytes[position] == Self.carriageReturn
    position += 1
    if isReturn, position < bytes.count, bytes[position] == Self.newline { position += 1 }
    line += 1
  }
}
