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
      error: instance.error ?? problem, createdAt: instance.createdAt, endedAt: instance.endedAt)
  }
}

extension HistoryRow {
  init(_ stored: StoredHistoryEntry, _ organization: Organization) {
    let digits = Array("0123456789abcdef")
    self.init(
      sequence: stored.sequence, instance: stored.instance, document: stored.document,
      entry: stored.entry,
      actorName: stored.entry.actor.map { actor in
        let name = organization.name(of: actor.person)
        return actor.impersonatedBy.map { "\(organization.name(of: $0)) as \(name)" } ?? name
      },
      hash: String(stored.hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
  }
}

extension Organization {
  /// What a person is called; the id when it is nobody here any more.
  func name(of id: PersonID) -> String { person(id)?.name ?? id.rawValue }
}
