// Rows of a list as a table for programs: exact values where the row has them.

import ApplicationRuntime
import Foundation
import Workflow

/// The columns of a list, then everything else that its rows can be filtered by.
struct ExportTable {
  private struct Column {
    /// `waiting-for`: as a filter names it.
    let name: String
    /// Its place among the cells; nil for what the list does not show.
    let cell: Int?
  }

  private let columns: [Column]

  init(columns titles: [String], fields: [String]) {
    let shown = titles.enumerated().filter { !$0.element.isEmpty }
      .map { Column(name: Self.name(of: $0.element), cell: $0.offset) }
    let names = Set(shown.map(\.name))
    columns = shown + fields.filter { !names.contains($0) }.map { Column(name: $0, cell: nil) }
  }

  /// As a filter names it; of a title for two things the first: `Error/took` is `error`.
  private static func name(of title: String) -> String {
    title.lowercased().prefix { $0 != "/" }.map { $0 == " " ? "-" : String($0) }.joined()
  }

  // MARK: CSV

  func csv(_ rows: [ListRow]) -> String {
    // An amount has its currency beside it, so that a spreadsheet can add it up.
    let money = Set(
      columns.map(\.name).filter { name in
        rows.contains { if case .money? = $0.filter.fields[name] { true } else { false } }
      })
    var lines = [
      columns.flatMap { money.contains($0.name) ? [$0.name, $0.name + "-currency"] : [$0.name] }
        .map { Word($0).lowerCamelCased }.joined(separator: ",")
    ]
    for row in rows {
      let cells = columns.flatMap { column -> [String] in
        let texts = texts(of: column, in: row)
        return money.contains(column.name) && texts.count == 1 ? texts + [""] : texts
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  /// The cells of one column, quoted where they must be.
  private func texts(of column: Column, in row: ListRow) -> [String] {
    switch row.filter.fields[column.name] {
    case .money(let money)?: ["\(money.decimal)", money.currency.code]
    case .number(let number)?: ["\(number)"]
    case .time(let time)?: [time.iso8601]
    case .day(let day)?: [day.iso8601]
    case .text(let text)?: [CSVWriter.field(shown(column, in: row) ?? text)]
    case nil: [CSVWriter.field(shown(column, in: row) ?? "")]
    }
  }

  private func shown(_ column: Column, in row: ListRow) -> String? {
    guard let index = column.cell, row.cells.indices.contains(index) else { return nil }
    let text = row.cells[index].exported ?? row.cells[index].text
    return text == "–" ? "" : text
  }

  // MARK: JSON lines

  func jsonLines(_ rows: [ListRow], of object: String) -> String {
    rows.map { row in
      var json: JSONObject = ["version": 1, "object": .string(object)]
      for column in columns { json[Word(column.name).lowerCamelCased] = value(of: column, in: row) }
      return JSON.object(json).text + "\n"
    }.joined()
  }

  private func value(of column: Column, in row: ListRow) -> JSON {
    switch row.filter.fields[column.name] {
    case .money(let money)?:
      return .object([
        "amount": .string("\(money.decimal)"), "currency": .string(money.currency.code),
      ])
    case .number(let number)?:
      return .decimal(number)
    case .time(let time)?: return .string(time.iso8601)
    case .day(let day)?: return .string(day.iso8601)
    case .text(let text)?: return orNull(shown(column, in: row) ?? text)
    case nil: return orNull(shown(column, in: row) ?? "")
    }
  }

  /// What is absent is null, as commands write it.
  private func orNull(_ text: String) -> JSON { text.isEmpty ? .null : .string(text) }
}
