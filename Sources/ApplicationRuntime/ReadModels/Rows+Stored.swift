// Making rows of what the store keeps.

import Workflow
import WorkflowRuntime

extension InboxRow {
  init(_ item: WorkItem, _ document: StoredDocument, _ organization: Organization) {
    self.init(
      item: item, title: document.title, originator: document.originator,
      originatorName: organization.name(of: document.originator), total: document.total,
      documentStatus: document.status, revision: document.revision)
  }
}

extension DocumentRow {
  init(_ document: StoredDocument, _ organization: Organization, _ reading: any StoreReading) throws
  {
    let status = try document.instance.flatMap { try reading.instance($0)?.status }
    self.init(
      id: document.id, type: document.type, title: document.title,
      originator: document.originator, originatorName: organization.name(of: document.originator),
      status: document.status, waitingFor: document.waitingFor, total: document.total,
      revision: document.revision, instance: document.instance,
      isStopped: status == .stopped || status == .unrecoverable, createdAt: document.createdAt,
      submittedAt: document.submittedAt, changedAt: document.changedAt)
  }
}

extension InstanceRow {
  /// - Parameter problem: why its state cannot be read, where no error says so yet.
  init(_ instance: StoredInstance, title: String, problem: String? = nil) {
    self.init(
      id: instance.id, workflow: instance.workflow, version: instance.version,
      document: instance.document, title: title, originator: instance.originator,
      status: instance.status, element: instance.element, savedPoint: instance.savedPoint,
      error: instance.error ?? problem, createdAt: instance.createdAt, endedAt: instance.endedAt,
      parent: instance.parent?.instance, line: instance.line)
  }
}

extension Organization {
  /// What a person is called; the id when it is nobody here any more.
  func name(of id: PersonID) -> String { person(id)?.name ?? id.rawValue }
}
