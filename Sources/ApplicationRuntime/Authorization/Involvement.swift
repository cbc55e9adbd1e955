// Who may see a document: everybody involved in it (SPEC 7).

import Workflow
import WorkflowRuntime

/// Whether a person has to do with a document: its originator, someone who was asked, the
/// owner of its workflow, an administrator.
struct Involvement {
  let person: PersonID
  let organization: Organization
  let reading: any StoreReading

  func isInvolved(in document: StoredDocument) throws -> Bool {
    if document.originator == person || organization.isAdministrator(person) { return true }
    let instances = try reading.instances(
      InstanceQuery(document: document.id, limit: 100))
    for instance in instances {
      var after: WorkItemID?
      repeat {
        let items = try reading.workItems(
          WorkItemQuery(.instance(instance.id), after: after, limit: 500))
        if items.contains(where: { $0.assignee == person || $0.candidates.contains(person) }) {
          return true
        }
        after = items.count == 500 ? items.last?.id : nil
      } while after != nil
    }
    return false
  }

  /// Refuses to show a document to someone who has nothing to do with it.
  func require(in document: StoredDocument) throws {
    guard try isInvolved(in: document) else {
      throw EngineError(.notAllowed, "\(document.id) is shown to those involved in it only")
    }
  }
}
