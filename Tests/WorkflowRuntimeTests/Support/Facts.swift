// What a test lets the runtime ask.

import Workflow
import WorkflowRuntime

/// A lookup over plain values, all of which a test may set.
struct Facts: Lookup {
  var fields: Record = ["amount": .number(500), "country": "DK"]
  var organization: Organization = Facts.usual
  var delegations: [StandingDelegation] = []
  var queues: [WorkItemQueue] = []
  var queueRules: [QueueID: QueueRules] = [:]
  var workingCalendars: WorkingCalendars?
  /// The active versions of the workflows for lines and related documents.
  var activeVersions: [WorkflowID: Int] = [:]
  var today = Day(clamping: 20_500)
  var revision = 1
  /// The line that the instance is about; nil for a whole document.
  var ownLine: Int?
  /// The items of the instance, and the hold of the whole document.
  var items: [WorkItem] = []
  var holdOfWhole: DocumentHold?
  let scope = TypeScope(names: [
    "amount": .number, "country": .text, "share": .number, "reviewer": .person, "project": .text,
    "lines": .list(of: .record(["amount": .number, "project": .text])),
    "line": .record(["amount": .number, "project": .text]),
  ])

  func field(_ reference: FieldReference) throws -> Value {
    var value = Value.record(fields)
    for name in reference.path {
      guard case .record(let record) = value else { return .none }
      value = record[name]
    }
    return value
  }

  /// Everything but `note` matters.
  var contentHash: String {
    get throws {
      if let ownLine, let hash = try contentHash(ofLine: ownLine) { return hash }
      return fields.filter { $0.key != "note" }.map { "\($0.key)=\($0.value.display)" }
        .sorted().joined(separator: ";")
    }
  }

  func contentHash(ofLine number: Int) throws -> String? {
    try line(number).record.map { record in
      record.map { "\($0.key)=\($0.value.display)" }.sorted().joined(separator: ";")
    }
  }

  func openItems(of element: ElementPath) throws -> [WorkItem] {
    items.filter { $0.status.isOpen && $0.element == element }
  }

  func line(_ number: Int) throws -> Value {
    guard let lines = fields["lines"].list, lines.indices.contains(number - 1) else { return .none }
    return lines[number - 1]
  }

  var lineCount: Int { get throws { fields["lines"].list?.count ?? 0 } }

  func person(_ id: PersonID) throws -> Person? { organization.person(id) }
  func members(of group: GroupID) throws -> [PersonID]? { organization.members(of: group) }
  func administrators() throws -> [PersonID] { organization.administrators }

  func owner(of field: String, value: Value) throws -> PersonID? {
    guard let code = value.text else { return nil }
    return field == "project" ? organization.projects[code]?.owner : nil
  }

  func queue(_ id: QueueID) throws -> WorkItemQueue? { queues.first { $0.id == id } }
  func queueRules(_ id: QueueID) throws -> QueueRules? { queueRules[id] }

  func delegate(
    of person: PersonID, workflow: WorkflowID, isBarred: (PersonID) -> Bool
  ) throws -> DelegationResult {
    Organization(
      name: organization.name, currency: organization.currency,
      administrators: organization.administrators, people: organization.people,
      delegations: delegations
    ).delegate(of: person, on: today, type: "note", workflow: workflow, isBarred: isBarred)
  }

  var calendars: WorkingCalendars {
    get throws { workingCalendars ?? organization.workingCalendars }
  }

  func activeVersion(of workflow: WorkflowID) throws -> Int? { activeVersions[workflow] }

  func language(of person: PersonID?) throws -> String? {
    person.flatMap { organization.person($0)?.attribute("language", for: "note").text }
  }
}
