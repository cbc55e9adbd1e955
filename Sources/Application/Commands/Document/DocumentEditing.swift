// Changing the content of a document that is a draft, or came back.

import ApplicationRuntime
import Workflow

struct DocumentEditing {
  let session: Session
  let schema: DocumentSchema
  let id: DocumentID
  /// The one that the caller saw; another one is a conflict.
  let revision: Int?

  init(_ document: String, revision: Int?, session: Session) throws {
    self.session = session
    self.revision = revision
    id = try session.documentID(document)
    let detail = try session.engine.document(id, as: try session.actingPerson())
    schema = try session.engine.type(detail.document.type).schema
  }

  var currency: Currency { session.identity.organization.currency }

  func set(
    _ assignments: [FieldAssignment], line: Int?, in content: inout DocumentContent
  ) throws {
    let today = try session.engine.today()
    guard let line else {
      try content.fields.assign(
        assignments, fields: schema.fields, currency: currency, today: today)
      return
    }
    let index = try DocumentChanges.index(of: line, in: content, id)
    try content.lines[index].assign(
      assignments, fields: schema.lineFields, currency: currency, today: today)
  }

  func addLine(_ assignments: [FieldAssignment], to content: inout DocumentContent) throws {
    var line = Record()
    try line.assign(
      assignments, fields: schema.lineFields, currency: currency, today: try session.engine.today())
    content.lines.append(line)
  }

  /// Saves the change, with what somebody else saved in between in other parts.
  func save(
    saying sentence: (Document) -> String, changing change: (inout DocumentContent) throws -> Void
  ) throws -> ExitStatus {
    let saved = try session.edit(
      id, revision: revision, by: try session.actingPerson(), change)
    return try session.writeDocument(saved.id, saying: sentence(saved))
  }
}
