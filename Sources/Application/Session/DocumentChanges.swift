// Making and changing documents from JSON, as a batch asks for it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct DocumentChanges {
  let session: Session
  let actor: Actor

  func make(_ json: JSON, type name: String?) throws -> ActionResult {
    let named = name ?? DocumentInput.type(in: json)?.rawValue
    let type = try session.type(named)
    let input = try DocumentInput(
      json, schema: type.schema, currency: session.identity.organization.currency)
    let document = try session.engine.createDocument(
      type: type.id, content: input.content, id: input.id, by: actor)
    return result(document, "Made \(document.id), a draft.")
  }

  /// Sets the fields that are named; `lines` replaces all lines.
  func set(_ json: JSON, of id: DocumentID) throws -> ActionResult {
    let document = try session.engine.document(id, as: actor).document
    let changed = try DocumentInput(
      json, schema: try session.engine.type(document.type).schema,
      currency: session.identity.organization.currency)
    var content = document.content
    for key in json.object?.keys ?? [] where key != "lines" {
      let name = Word(key).hyphenated
      content.fields[name] = changed.content.fields[name]
    }
    if json["lines"] != nil { content.lines = changed.content.lines }
    let saved = try session.engine.editDocument(
      id, revision: document.revision, content: content, by: actor)
    return result(saved, "Saved \(id).")
  }

  func delete(_ id: DocumentID) throws -> ActionResult {
    let document = try session.engine.document(id, as: actor).document
    try session.engine.deleteDocument(id, by: actor)
    return result(document, "Deleted \(id).")
  }

  private func result(_ document: Document, _ message: String) -> ActionResult {
    ActionResult(
      document: document.id, instance: document.instance, status: document.status,
      message: message)
  }
}
