// Who may see a document: everybody involved in it (SPEC 7).

import Workflow
import WorkflowRuntime

/// Whether a person has to do with a document: its originator, someone who was asked, the
/// owner of its workflow, an administrator.
struct Involvement {
  let person: PersonID
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading

  init(
    of person: PersonID, parts: EngineParts, organization: Organization,
    _ reading: any StoreReading
  ) {
    self.person = person
    self.parts = parts
    self.organization = organization
    self.reading = reading
  }

  func isInvolved(in document: StoredDocument) throws -> Bool {
    if document.originator == person || organization.isAdministrator(person) { return true }
    var after: InstanceID?
    repeat {
      let instances = try reading.instances(
        InstanceQuery(document: document.id, after: after, limit: 100))
      if try instances.contains(where: { try owns($0) || isAsked(in: $0.id) }) { return true }
      after = instances.count == 100 ? instances.last?.id : nil
    } while after != nil
    return false
  }

  /// Whether the person owns the version that an instance runs.
  func owns(_ instance: StoredInstance) -> Bool {
    // A version that cannot be read any more has no owner who could be told.
    let definition = try? parts.sources.definition(
      of: instance.workflow, version: instance.version, reading)
    return definition?.owner == person
  }

  private func isAsked(in instance: InstanceID) throws -> Bool {
    var after: WorkItemID?
    repeat {
      let items = try reading.workItems(
        WorkItemQuery(.instance(instance), after: after, limit: 500))
      if items.contains(where: isConcerned) { return true }
      after = items.count == 500 ? items.last?.id : nil
    } while after != nil
    return false
  }

  /// Whether an item is or was the person's: asked, acted for, asked for a change, or keeping the
  /// queue that it lies in.
  private func isConcerned(_ item: WorkItem) -> Bool {
    if item.assignee == person || item.onBehalfOf == person { return true }
    if item.candidates.contains(person) || item.standIns.values.contains(person) { return true }
    guard let queue = item.queue.flatMap({ organization.queues[$0] }) else { return false }
    return queue.members.contains(person) || queue.administrators.contains(person)
  }

  /// Refuses to show a document to someone who has nothing to do with it.
  func require(in document: StoredDocument) throws {
    guard try isInvolved(in: document) else {
      throw EngineError(.notAllowed, "\(document.id) is shown to those involved in it only")
    }
  }
}
