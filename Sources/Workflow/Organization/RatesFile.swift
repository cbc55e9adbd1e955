// Reads rates of exchange from a CSV file with the columns date, currency and rate.

import Foundation

/// Such a file: a first line that names the columns in any order, then one rate in each line.
struct RatesFile {
  private static let columns = ["date", "currency", "rate"]

  let file: String
  private(set) var findings: [Finding] = []
  private var rates: [Currency: [(from: Day, rate: Decimal)]] = [:]
  private var lineOfRate: [Currency: [Day: Int]] = [:]

  /// The rates in a text, and what is wrong in it.
  static func read(_ text: String, file: String) -> (rates: ExchangeRates, findings: [Finding]) {
    var reader = RatesFile(file: file)
    reader.read(text)
    var result = ExchangeRates()
    for (currency, rates) in reader.rates { result.add(rates, for: currency) }
    return (result, reader.findings)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func report(_ line: Int, _ column: Int, _ message: String, _ remedy: String) {
    guard findings.count < YAMLReader.greatestFindingCount else { return }
    findings.append(
      Finding(
        severity: .error, location: SourceLocation(file: file, line: line, column: column),
        message: message, remedy: remedy))
  }

  private mutating func read(_ text: String) {
    var order: [Int]?
    var separator: UInt8 = 0x2C
    var number = 0
    let bytes = Array(text.utf8)
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for var line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.last == 0x0D { line.removeLast() }
      guard !line.allSatisfy({ $0 == 0x20 }) else { continue }
      guard findings.count < YAMLReader.greatestFindingCount else { return }
      guard let known = order else {
        separator = [0x2C, 0x3B, 0x09].first { line.contains($0) } ?? 0x2C
        guard let found = self.order(cells(line, separator), at: number) else { return }
        order = found
        continue
      }
      read(cells(line, separator), in: known, at: number)
    }
    if order == nil {
      report(1, 1, "the file holds no rates", "Begin it with a line `date,currency,rate`")
    }
  }

  /// A cell without its spaces and quotes, with the column of the file where it begins.
  private typealias Cell = (text: String, column: Int)

  private func cells(_ line: ArraySlice<UInt8>, _ separator: UInt8) -> [Cell] {
    var column = 1
    return line.split(separator: separator, omittingEmptySubsequences: false).map { part in
      defer { column += part.count { $0 & 0xC0 != 0x80 } + 1 }
      var trimmed = part.drop { $0 == 0x20 }
      while trimmed.last == 0x20 { trimmed.removeLast() }
      if trimmed.count >= 2, trimmed.first == 0x22, trimmed.last == 0x22 {
        trimmed = trimmed.dropFirst().dropLast()
      }
      return (String(decoding: trimmed, as: UTF8.self), column)
    }
  }

  /// Where the three columns stand.
  private mutating func order(_ cells: [Cell], at line: Int) -> [Int]? {
    let names = cells.map { $0.text.lowercased() }
    var result: [Int] = []
    for column in Self.columns {
      guard let index = names.firstIndex(of: column) else {
        report(
          line, 1, "the column `\(column)` is missing",
          "Begin the file with a line `date,currency,rate`")
        return nil
      }
      result.append(index)
    }
    return result
  }

  private mutating func read(_ cells: [Cell], in order: [Int], at line: Int) {
    guard let most = order.max(), cells.count > most else {
      report(line, 1, "the line has too few cells", "Write such as `2026-01-01,DKK,0.13406`")
      return
    }
    let (date, code, number) = (cells[order[0]], cells[order[1]], cells[order[2]])
    guard let day = Day(iso8601: date.text) else {
      report(line, date.column, "\(quoted(date.text)) is not a day", "Write such as `2026-01-01`")
      return
    }
    guard let currency = Currency(code: code.text) else {
      report(
        line, code.column, "unknown currency \(quoted(code.text))",
        "Write the three letters of ISO 4217, such as `DKK`")
      return
    }
    guard let rate = Decimal(exactly: number.text), rate > 0 else {
      report(
        line, number.column, "\(quoted(number.text)) is no rate",
        "Write a number more than zero with a point, such as `0.13406`")
      return
    }
    if let other = lineOfRate[currency]?[day] {
      report(
        line, date.column, "the rate of \(currency) from \(day) is there twice",
        "Remove it here or in line \(other)")
      return
    }
    lineOfRate[currency, default: [:]][day] = line
    rates[currency, default: []].append((day, rate))
  }
}
