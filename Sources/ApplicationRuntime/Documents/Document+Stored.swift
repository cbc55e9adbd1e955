// Between the stored row of a document and the document: fields by the schema of its type.

import Workflow
import WorkflowRuntime

extension Document {
  /// Reads a stored document; throws when a field is not of its declared type.
  init(_ stored: StoredDocument, type: any DocumentType, currency: Currency) throws {
    self.init(
      id: stored.id, type: stored.type, title: stored.title, originator: stored.originator,
      status: stored.status, waitingFor: stored.waitingFor, total: stored.total,
      revision: stored.revision,
      content: try DocumentContent(stored: stored, schema: type.schema, currency: currency),
      editableBy: stored.editableBy, editableLines: stored.editableLines,
      instance: stored.instance, createdAt: stored.createdAt, submittedAt: stored.submittedAt,
      changedAt: stored.changedAt)
  }
}

extension DocumentContent {
  init(stored: StoredDocument, schema: DocumentSchema, currency: Currency) throws {
    do {
      let fields = try JSON(parsing: stored.fields)
      let lines = try JSON(parsing: stored.lines)
      self.init(
        fields: try Self.record(fields, schema.fields, currency),
        lines: try (lines.array ?? []).map { try Self.record($0, schema.lineFields, currency) })
    } catch {
      throw EngineError(.badData, "the stored document \(stored.id) cannot be read: \(error)")
    }
  }

  private static func record(
    _ json: JSON, _ fields: [Field], _ currency: Currency
  ) throws -> Record {
    var record = Record()
    for field in fields {
      guard let part = json[field.name], part != .null else { continue }
      record[field.name] = try Value(json: part, type: field.type, currency: currency)
    }
    record.unread = Record.unread(in: json)
    return record
  }

  /// The stored form of the header fields.
  var storedFields: String { Self.json(fields).text }
  /// The stored form of the lines.
  var storedLines: String { JSON.array(lines.map(Self.json)).text }

  private static func json(_ record: Record) -> JSON {
    .object(JSONObject(record.map { ($0.key, $0.value.json(keys: .hyphenated)) }))
  }
}
