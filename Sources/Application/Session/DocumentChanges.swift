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
      currency: session.identity.organization.currency, isChange: true)
    let saved = try session.edit(id, by: actor) { content in
      for key in json.object?.keys ?? [] where key != "lines" {
        let name = Word(key).hyphenated
        content.fields[name] = changed.content.fields[name]
      }
      if json["lines"] != nil { content.lines = changed.content.lines }
    }
    return result(saved, "Saved \(id).")
  }

  /// Sets fields of one line, from 1.
  func set(_ json: JSON, line number: Int, of id: DocumentID) throws -> ActionResult {
    let given = try line(json, of: id)
    let saved = try session.edit(id, by: actor) { content in
      let index = try Self.index(of: number, in: content, id)
      for key in json.object?.keys ?? [] {
        let name = Word(key).hyphenated
        content.lines[index][name] = given[name]
      }
    }
    return result(saved, "Saved \(id).")
  }

  func addLine(_ json: JSON, to id: DocumentID) throws -> ActionResult {
    let line = try line(json, of: id)
    let saved = try session.edit(id, by: actor) { $0.lines.append(line) }
    return result(saved, "Added line \(saved.content.lines.count) to \(id).")
  }

  func removeLine(_ number: Int, of id: DocumentID) throws -> ActionResult {
    let saved = try session.edit(id, by: actor) { content in
      content.lines.remove(at: try Self.index(of: number, in: content, id))
    }
    return result(saved, "Removed line \(number) of \(id).")
  }

  /// A draft with the content of another document.
  func copy(_ id: DocumentID, as own: DocumentID? = nil) throws -> ActionResult {
    let document = try session.engine.document(id, as: actor).document
    let copy = try session.engine.createDocument(
      type: document.type, content: document.content, id: own, by: actor)
    return result(copy, "Made \(copy.id), a copy of \(id).")
  }

  /// A line from its JSON; every mistake in it is told.
  private func line(_ json: JSON, of id: DocumentID) throws -> Record {
    let document = try session.engine.document(id, as: actor).document
    let schema = try session.engine.type(document.type).schema
    var problems: [String] = (json.object?.keys ?? []).filter { key in
      schema.lineFields.contains { $0.isCalculated && $0.name == Word(key).hyphenated }
    }.map { "\($0): it is calculated and cannot be set" }
    let line = DocumentInput.line(
      json, schema: schema, currency: session.identity.organization.currency, problems: &problems)
    guard problems.isEmpty else {
      throw EngineError(.badData, "The line cannot be taken.", details: problems)
    }
    return line
  }

  /// The index of a line by its number from 1.
  static func index(
    of number: Int, in content: DocumentContent, _ id: DocumentID
  ) throws(EngineError) -> Int {
    guard content.lines.indices.contains(number - 1) else {
      throw EngineError(
        .notFound,
        "\(id) has no line \(number); it has " + Words.count(content.lines.count, "line") + ".")
    }
    return number - 1
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
