// A document as it is written (INTERFACE 3, `document`).

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct DocumentObject: OutputObject {
  static let object = "document"
  static let columns = [
    TextColumn("Document"), TextColumn("Title", minimum: 12), TextColumn("From", priority: 2),
    TextColumn("Total", isRight: true, priority: 1), TextColumn("Status"),
    TextColumn("Waits for", priority: 3, minimum: 10), TextColumn("Created", priority: 4),
  ]

  private let row: Head
  private var whole: Whole?

  /// A row of a list in text, which shows no fields, lines and messages.
  init(_ row: DocumentRow) {
    self.row = Head(
      id: row.id, type: row.type, title: row.title, status: row.status,
      waitingFor: row.waitingFor, originator: row.originator, originatorName: row.originatorName,
      total: row.total, revision: row.revision, createdAt: row.createdAt,
      submittedAt: row.submittedAt, instance: row.instance)
  }

  /// The whole document.
  init(_ detail: DocumentDetail, schema: DocumentSchema, currency: Currency) {
    let document = detail.document
    row = Head(
      id: document.id, type: document.type, title: document.title, status: document.status,
      waitingFor: document.waitingFor, originator: document.originator,
      originatorName: detail.originatorName, total: document.total, revision: document.revision,
      createdAt: document.createdAt, submittedAt: document.submittedAt,
      instance: document.instance)
    whole = Whole(detail: detail, schema: schema, currency: currency)
  }

  private struct Head {
    let id: DocumentID
    let type: DocumentTypeID
    let title: String
    let status: DocumentStatus
    let waitingFor: String?
    let originator: PersonID
    let originatorName: String
    let total: Money?
    let revision: Int
    let createdAt: Timestamp
    let submittedAt: Timestamp?
    let instance: InstanceID?
  }

  private struct Whole {
    let detail: DocumentDetail
    let schema: DocumentSchema
    let currency: Currency

    var lines: [DocumentLineObject] {
      detail.document.content.lines.enumerated().map {
        DocumentLineObject(number: $0 + 1, line: $1, schema: schema, currency: currency)
      }
    }
  }

  var json: JSONObject {
    [
      "id": .text(row.id), "type": .text(row.type), "title": .string(row.title),
      "status": .string(row.status.rawValue), "waitingFor": .text(row.waitingFor),
      "originator": .text(row.originator), "total": .money(row.total),
      "revision": .number(row.revision), "createdAt": .time(row.createdAt),
      "submittedAt": .time(row.submittedAt), "instance": .optional(row.instance),
      "instances": whole.map { .texts($0.detail.instances) } ?? .null,
      "fields": whole.map { .object(Self.fields($0)) } ?? .null,
      "lines": whole.map { .array($0.lines.map { .object($0.json) }) } ?? .null,
      "messages": whole.map { .array($0.detail.findings.map(\.outputJSON)) } ?? .null,
    ]
  }

  private static func fields(_ whole: Whole) -> JSONObject {
    var result = JSONObject()
    for field in whole.schema.fields {
      let values =
        field.isCalculated ? whole.detail.calculated : whole.detail.document.content.fields
      result[Word(field.name).lowerCamelCased] = values[field.name].json()
    }
    return result
  }

  var cells: [String] {
    [
      row.id.description, row.title, row.originatorName, row.total?.description ?? "",
      Words.status(row.status.rawValue), row.waitingFor ?? "", Words.time(row.createdAt),
    ]
  }

  var lines: [String] {
    let status = Words.status(row.status.rawValue)
    var result = [
      "\(row.id)  \(row.title)",
      "\(row.originatorName), revision \(row.revision), \(status)"
        + (row.waitingFor.map { ": \($0)" } ?? ""),
    ]
    guard let whole else { return result }
    let content = whole.detail.document.content
    let labels = whole.schema.fields.filter { !$0.isCalculated }
      .map { ($0.label, content.fields[$0.name].display) }.filter { !$0.1.isEmpty }
    result += TextTable(columns: [TextColumn(""), TextColumn("")], rows: labels.map { [$0, $1] })
      .lines(width: nil).dropFirst().map { "  " + $0 }
    if !content.lines.isEmpty {
      result += TextTable(
        columns: DocumentLineObject.columns(of: whole.schema),
        rows: whole.lines.map(\.cells)
      ).lines(width: nil).map { "  " + $0 }
    }
    result.append(
      "  " + Words.count(content.lines.count, "line") + (row.total.map { ", \($0)" } ?? ""))
    result += whole.detail.findings.map {
      "  \($0.occasion): \($0.sentence)"
    }
    return result
  }
}

extension DocumentFinding {
  /// What it means for the document: an error does not keep a draft from being saved.
  var occasion: String {
    severity == .error ? "before it can be submitted" : severity.rawValue
  }

  /// The message with the line that it is about.
  var sentence: String { (line.map { "line \($0): " } ?? "") + message }

  var outputJSON: JSON {
    [
      "severity": .string(severity.rawValue), "rule": .string(rule),
      "message": .string(message), "line": line.map { .number($0) } ?? .null,
      "field": field.map { .string(Word($0).lowerCamelCased) } ?? .null,
    ]
  }
}
