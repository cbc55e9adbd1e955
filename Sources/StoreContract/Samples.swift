// Small values to fill a store with.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

enum Sample {
  static let type = DocumentTypeID("expense-report")
  static let document = DocumentID("ER-000001")

  /// A time so many seconds after an arbitrary start.
  static func time(_ seconds: Int64) -> Timestamp {
    Timestamp(microseconds: 1_772_000_000_000_000 + seconds * 1_000_000)
  }

  static func message(
    _ sequence: Int64, of instance: Int64 = 1, type: MessageType = .activation,
    documentType: DocumentTypeID = Sample.type, due: Int64 = 0, retry: Int64? = nil,
    state: MessageState = .ready, handled: Int64? = nil
  ) -> Message {
    Message(
      sequence: sequence, instance: InstanceID(instance), document: document,
      documentType: documentType, type: type, payload: Payload(), postedAt: time(0),
      postedBy: "ann", dueAt: time(due), retryAt: retry.map(time), state: state,
      handledAt: handled.map(time))
  }

  /// A message with everything set.
  static func fullMessage(_ sequence: Int64) -> Message {
    Message(
      sequence: sequence, instance: InstanceID(7), document: document, documentType: type,
      type: .workItemAnswered,
      payload: Payload(
        element: ElementPath(parsing: "checks/budget"), pass: 2, step: "manager",
        outcome: .denied, answer: answer, actor: Actor("ann", impersonatedBy: "root"),
        comment: "“quoted”\n\u{7}\u{0} and 😀", skip: .completed),
      postedAt: time(1), postedBy: nil, dueAt: time(2), retryAt: time(3), attempts: 4,
      state: .waiting, error: "no such thing", startedAt: time(5), handledAt: nil)
  }

  static var answer: Answer {
    Answer(
      item: WorkItemID(31), outcome: .requestChange,
      actor: Actor("sam", impersonatedBy: "root"), onBehalfOf: "ann", comment: "receipts, please",
      givenAt: time(9), revision: 3)
  }

  static func instance(
    _ id: Int64, document: DocumentID = Sample.document, status: InstanceStatus = .pending,
    parent: ParentElement? = nil, line: Int? = nil
  ) -> StoredInstance {
    StoredInstance(
      id: InstanceID(id), document: document, documentType: type, workflow: "expense-approval",
      version: 1, originator: "ann", status: status, parent: parent, line: line,
      createdAt: time(id))
  }

  static func parent(_ id: Int64, line: Int) -> ParentElement {
    ParentElement(
      instance: InstanceID(id), element: ElementPath(parsing: "checks/lines"), pass: 2,
      child: ChildReference(line: line, attempt: 3), isDependent: line != 0)
  }

  static func storedDocument(
    _ id: DocumentID, type: DocumentTypeID = Sample.type, originator: PersonID = "ann",
    status: DocumentStatus = .draft, created: Int64 = 0
  ) -> StoredDocument {
    StoredDocument(
      id: id, type: type, title: "Trip to \(id)", originator: originator, status: status,
      fields: #"{"purpose":"trip"}"#, lines: "[]", createdAt: time(created),
      changedAt: time(created))
  }

  static func workItem(
    _ id: Int64, of instance: Int64 = 1, step: String? = "manager", assignee: PersonID? = "sam",
    candidates: [PersonID] = [], onBehalfOf: PersonID? = nil, kind: WorkItem.Kind = .approval,
    line: Int? = nil
  ) -> WorkItem {
    WorkItem(
      id: WorkItemID(id), kind: kind, instance: InstanceID(instance), document: document,
      documentType: type, element: ElementPath(["approval"]), pass: 1, step: step,
      subject: "Approve the trip",
      instructions: nil, assignee: assignee, candidates: candidates, onBehalfOf: onBehalfOf,
      line: line, createdAt: time(id),
      allowed: [.approve, .reject])
  }

  static func historyEntry(
    _ sequence: Int64, document: DocumentID = Sample.document, instance: Int64? = nil
  ) -> StoredHistoryEntry {
    StoredHistoryEntry(
      sequence: sequence, document: document, instance: instance.map(InstanceID.init),
      entry: HistoryEntry(.edited, at: time(sequence), actor: Actor("ann")),
      salt: [1, 2, 3], hash: [UInt8(truncatingIfNeeded: sequence), 0, 255])
  }

  static func version(
    _ workflow: WorkflowID, _ version: Int, type: DocumentTypeID = Sample.type
  ) -> StoredWorkflowVersion {
    StoredWorkflowVersion(
      workflow: workflow, version: version, documentType: type, title: "Approval",
      source: "title: Approval\n", comment: version == 1 ? nil : "more", savedAt: time(5),
      savedBy: "ann", isActive: false)
  }
}
