// The facts that the workflow runtime may ask for while it handles a message.

import Workflow
import WorkflowRuntime

/// Reads a document and the organisation for the runtime; the document's content is decoded at
/// the first question about it.
final class DocumentLookup: Lookup {
  let organization: Organization
  let type: any DocumentType
  let today: Day
  /// The names that conditions may use; `line` among them in a line workflow.
  private(set) lazy var scope: TypeScope =
    ownLine == nil ? type.schema.scope : type.schema.lineScope
  private let stored: StoredDocument
  /// The line that the instance is about; nil for the whole document.
  private let ownLine: Int?
  private let reading: any StoreReading
  /// The open items of the instance; asked for by limits alone.
  private let itemsOfInstance: () throws -> [WorkItem]
  private let hold: () throws -> DocumentHold?
  private var content: DocumentContent?
  private var facts: Record?

  init(
    document: StoredDocument, line: Int? = nil, type: any DocumentType,
    organization: Organization, today: Day, _ reading: any StoreReading,
    openItems: @escaping () throws -> [WorkItem] = { [] },
    holdOfWhole: @escaping () throws -> DocumentHold? = { nil }
  ) {
    stored = document
    ownLine = line
    self.type = type
    self.organization = organization
    self.today = today
    self.reading = reading
    itemsOfInstance = openItems
    hold = holdOfWhole
  }

  var revision: Int { stored.revision }

  var contentHash: String {
    get throws { try documentContent().hash(ofWhatMattersIn: type.schema, line: ownLine) }
  }

  func contentHash(ofLine number: Int) throws -> String? {
    let content = try documentContent()
    guard content.lines.indices.contains(number - 1) else { return nil }
    return content.hash(ofWhatMattersIn: type.schema, line: number)
  }

  func openItems(of element: ElementPath) throws -> [WorkItem] {
    try itemsOfInstance().filter { $0.element == element }
  }

  var holdOfWhole: DocumentHold? { get throws { try hold() } }

  var lineCount: Int { get throws { try documentContent().lines.count } }

  func line(_ number: Int) throws -> Value {
    let lines = try documentContent().lines
    return lines.indices.contains(number - 1) ? .record(lines[number - 1]) : .none
  }

  func field(_ reference: FieldReference) throws -> Value {
    var value = Value.record(try documentFacts())
    for name in reference.path {
      guard case .record(let record) = value else { return .none }
      value = record[name]
    }
    return value
  }

  // MARK: The organisation

  func person(_ id: PersonID) throws -> Person? { organization.person(id) }

  func members(of group: GroupID) throws -> [PersonID]? { organization.members(of: group) }

  func administrators() throws -> [PersonID] { organization.administrators }

  func owner(of field: String, value: Value) throws -> PersonID? {
    guard case .text(let code) = value else { return nil }
    switch field {
    case "cost-center": return organization.costCenters[code]?.owner
    case "project": return organization.projects[code]?.owner
    default: return nil
    }
  }

  func queue(_ id: QueueID) throws -> WorkItemQueue? { organization.queues[id] }

  func queueRules(_ id: QueueID) throws -> QueueRules? { organization.queueRules[id] }

  func delegate(
    of person: PersonID, workflow: WorkflowID, isBarred: (PersonID) -> Bool
  ) throws -> DelegationResult {
    organization.delegate(
      of: person, on: today, type: stored.type, workflow: workflow, isBarred: isBarred)
  }

  var calendars: WorkingCalendars { organization.workingCalendars }

  func language(of person: PersonID?) throws -> String? {
    let attributes = person.flatMap { organization.person($0) }?.attributes
    guard case .text(let language)? = attributes?["language"] else { return nil }
    return language
  }

  func activeVersion(of workflow: WorkflowID) throws -> Int? {
    try reading.activeVersion(of: workflow)?.version
  }

  // MARK: The document

  private func documentContent() throws -> DocumentContent {
    if let content { return content }
    let decoded = try DocumentContent(
      stored: stored, schema: type.schema, currency: organization.currency)
    content = decoded
    return decoded
  }

  /// The header's fields, calculated ones as they were saved, `lines`, `originator`, and all of it once more under
  /// `document`, with the document's own id, title, status and revision.
  private func documentFacts() throws -> Record {
    if let facts { return facts }
    // The calculated fields are those that were saved: what is decided on is what was shown.
    let content = try documentContent()
    var fields = content.fields
    fields["originator"] = .text(stored.originator.rawValue)
    var document = fields
    document["id"] = .text(stored.id.rawValue)
    document["title"] = .text(stored.title)
    document["status"] = .text(stored.status.rawValue)
    document["revision"] = .number(.init(stored.revision))
    fields["lines"] = .list(content.lines.map(Value.record))
    fields["document"] = .record(document)
    if let ownLine { fields["line"] = try line(ownLine) }
    facts = fields
    return fields
  }
}
