// The history as CSV (RFC 4180), which spreadsheets read.

import Workflow
import WorkflowRuntime

/// Writes one line for each event, with a header.
public struct CSVWriter {
  private let sink: (String) throws -> Void

  static let columns = [
    "case", "type", "title", "originator", "sequence", "instance", "event", "activity", "at",
    "actor", "actorName", "impersonatedBy", "onBehalfOf", "element", "step", "comment", "detail",
    "values", "message", "hash", "line", "onBehalfOfName",
  ]

  /// - Parameter sink: takes the text line by line.
  public init(_ sink: @escaping (String) throws -> Void) { self.sink = sink }

  public func begin() throws { try write(Self.columns) }

  public func add(_ event: ExportedEvent) throws {
    let (entry, row, document) = (event.row.entry, event.row, event.document)
    try write([
      document.document.rawValue, document.type?.rawValue ?? "", document.title ?? "",
      document.originator?.rawValue ?? "", String(row.sequence), row.instance?.description ?? "",
      entry.event.rawValue, event.activity, entry.at.iso8601, entry.actor?.person.rawValue ?? "",
      row.actorName ?? "", entry.actor?.impersonatedBy?.rawValue ?? "",
      entry.onBehalfOf?.rawValue ?? "", entry.element?.description ?? "", entry.step ?? "",
      entry.comment ?? "", entry.detail ?? "",
      entry.values.map { "\($0.name) = \($0.value)" }.joined(separator: "; "),
      entry.message.map { String($0) } ?? "", row.hash, row.line.map { String($0) } ?? "",
      row.onBehalfOfName ?? "",
    ])
  }

  private func write(_ fields: [String]) throws { try sink(Self.line(fields)) }

  /// A row with its end.
  package static func line(_ fields: [String]) -> String {
    fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  /// A field as it is written. One that a spreadsheet would run as a formula gets an apostrophe,
  /// control characters but line ends are spelled out.
  package static func field(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\n"
      case "\"": result += "\"\""
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += scalar.spelledOut
      default: result.unicodeScalars.append(scalar)
      }
    }
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      result = "'" + result
    }
    let needsQuotes = result.unicodeScalars.contains { ",\"\n'".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(result)\"" : result
  }
}
