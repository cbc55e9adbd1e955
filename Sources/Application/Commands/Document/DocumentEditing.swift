// Changing the content of a document that is a draft, or came back.

import ApplicationRuntime
import Workflow

struct DocumentEditing {
  let session: Session
  let schema: DocumentSchema
  let document: Document
  var content: DocumentContent

  /// - Parameter revision: the one that the caller saw; another one is a conflict.
  init(_ document: String, revision: Int?, session: Session) throws {
    self.session = session
    let id = try session.documentID(document)
    let detail = try session.engine.document(id, as: try session.actingPerson())
    self.document = detail.document
    schema = try session.engine.type(detail.document.type).schema
    content = detail.document.content
    if let revision, revision != detail.document.revision {
      throw EngineError(
        .conflict, "\(id) is at revision \(detail.document.revision) by now, not \(revision).")
    }
  }

  var currency: Currency { session.identity.organization.currency }

  /// The index of a line by its number from 1.
  func lineIndex(_ number: Int) throws(EngineError) -> Int {
    guard content.lines.indices.contains(number - 1) else {
      throw EngineError(
        .notFound,
        "\(document.id) has no line \(number); it has " + Words.count(content.lines.count, "line")
          + ".")
    }
    return number - 1
  }

  mutating func set(_ assignments: [FieldAssignment], line: Int?) throws {
    let today = try session.engine.today()
    guard let line else {
      try content.fields.assign(
        assignments, fields: schema.fields, currency: currency, today: today)
      return
    }
    let index = try lineIndex(line)
    try content.lines[index].assign(
      assignments, fields: schema.lineFields, currency: currency, today: today)
  }

  mutating func addLine(_ assignments: [FieldAssignment]) throws {
    var line = Record()
    try line.assign(
      assignments, fields: schema.lineFields, currency: currency, today: try session.engine.today())
    content.lines.append(line)
  }

  /// Saves what was changed, unless somebody else saved in between.
  func save(saying sentence: String) throws -> ExitStatus {
    let saved = try session.engine.editDocument(
      document.id, revision: document.revision, content: content, by: try session.actingPerson())
    return try session.writeDocument(saved.id, saying: sentence)
  }
}
