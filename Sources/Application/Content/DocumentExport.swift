// Documents for other programs and for paper: one after the other, never all in memory.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

final class DocumentExport {
  private let session: Session
  private let format: DocumentExportCommand.Format
  private let folder: ReceiptFolder?
  private let sink: (String) throws -> Void
  /// The type whose columns stand in the heading of the CSV.
  private var headed: DocumentTypeID?
  private(set) var count = 0

  init(
    session: Session, format: DocumentExportCommand.Format, folder: ReceiptFolder?,
    sink: @escaping (String) throws -> Void
  ) {
    self.session = session
    self.format = format
    self.folder = folder
    self.sink = sink
  }

  func add(_ id: DocumentID) throws {
    let detail = try session.engine.document(id, as: try session.actor)
    let type = try session.engine.type(detail.document.type)
    switch format {
    case .json: try sink(CommandOutput.line(try session.documentObject(id)) + "\n")
    case .print:
      let printed = PrintedDocument(
        detail, schema: type.schema, title: type.title,
        history: try session.engine.history(
          of: id, as: try session.actor, after: 0, limit: PrintedDocument.mostEntries))
      // A form feed between two: each begins a page.
      try sink((count > 0 ? "\u{C}" : "") + printed.text)
    case .csv:
      guard headed == nil || headed == type.id else {
        throw EngineError(.usage, "A CSV file takes documents of one type: say --type.")
      }
      let rows = DocumentRows(schema: type.schema)
      if headed == nil { try sink(CSVWriter.line(rows.heading)) }
      headed = type.id
      for row in rows.rows(of: detail.document) { try sink(CSVWriter.line(row)) }
    }
    count += 1
    try writeReceipts(of: detail.document, type.schema)
  }

  private func writeReceipts(of document: Document, _ schema: DocumentSchema) throws {
    guard let folder, let field = schema.lineFields.first(where: \.namesFiles) else { return }
    for (index, line) in document.content.lines.enumerated() {
      for file in (line[field.name].list ?? []).compactMap(\.text).compactMap({ KeptFile($0) }) {
        try folder.write(file, of: document.id.rawValue, line: index + 1)
      }
    }
  }
}

/// A document as rows of a CSV file, one for each line, as `report import` takes them.
struct DocumentRows {
  let schema: DocumentSchema

  private var header: [Field] { schema.fields.filter { !$0.isCalculated } }
  private var line: [Field] { schema.lineFields.filter { !$0.isCalculated } }

  var heading: [String] {
    let names = Set(header.map(\.name))
    return ["report"] + header.map(\.name)
      + line.flatMap { field in
        let name = names.contains(field.name) ? "line-\(field.name)" : field.name
        guard field.type == .money else { return [name] }
        return [name, name == "amount" ? "currency" : "\(name)-currency"]
      }
  }

  func rows(of document: Document) -> [[String]] {
    let content = document.content
    let lines = content.lines.isEmpty ? [Record()] : content.lines
    let first = header.map { Self.text(content.fields[$0.name]) }
    return lines.enumerated().map { index, record in
      [document.id.rawValue] + (index == 0 ? first : first.map { _ in "" })
        + line.flatMap { field -> [String] in
          guard field.type == .money else { return [Self.text(record[field.name])] }
          let money = record[field.name].money
          return [money?.decimalString ?? "", money?.currency.code ?? ""]
        }
    }
  }

  private static func text(_ value: Value) -> String {
    if let list = value.list { return list.map { text($0) }.joined(separator: ";") }
    return value.money.map { "\($0.decimalString) \($0.currency.code)" } ?? value.json().string
      ?? value.display
  }
}
