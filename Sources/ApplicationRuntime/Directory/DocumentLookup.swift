// The facts that the workflow runtime may ask for while it handles a message.

import Workflow
import WorkflowRuntime

/// Reads a document and the organisation for the runtime; the document's content is decoded at
/// the first question about it.
final class DocumentLookup: Lookup {
  let organization: Organization
  let type: any DocumentType
  let today: Day
  private let stored: StoredDocument
  private var facts: Record?

  init(
    document: StoredDocument, type: any DocumentType, organization: Organization, today: Day
  ) {
    self.stored = document
    self.type = type
    self.organization = organization
    self.today = today
  }

  var scope: TypeScope { type.schema.scope }

  func field(_ reference: FieldReference) throws -> Value {
    var value = Value.record(try documentFacts())
    for name in reference.path {
      guard case .record(let record) = value else { return .none }
      value = record[name]
    }
    return value
  }

  func person(_ id: PersonID) throws -> Person? { organization.person(id) }

  func members(of group: GroupID) throws -> [PersonID]? { organization.members(of: group) }

  func administrators() throws -> [PersonID] { organization.administrators }

  /// The header's fields, calculated ones as they were saved, `lines`, `originator`, and all of it once more under
  /// `document`, with the document's own id, title, status and revision.
  private func documentFacts() throws -> Record {
    if let facts { return facts }
    let content = try DocumentContent(
      stored: stored, schema: type.schema, currency: organization.currency)
    // The calculated fields are those that were saved: what is decided on is what was shown.
    var fields = content.fields
    fields["originator"] = .text(stored.originator.rawValue)
    var document = fields
    document["id"] = .text(stored.id.rawValue)
    document["title"] = .text(stored.title)
    document["status"] = .text(stored.status.rawValue)
    document["revision"] = .number(.init(stored.revision))
    fields["lines"] = .list(content.lines.map(Value.record))
    fields["document"] = .record(document)
    facts = fields
    return fields
  }
}
