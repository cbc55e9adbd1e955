// The changes of a handler inside the store, staged with the message that it is called for.

import Workflow
import WorkflowRuntime

/// Collects what one handler call does. It is a class because the handler sees its own changes
/// through the context it was given; it lives for that call only.
final class StagedHandlerEffects: HandlerEffects {
  private(set) var work: InstanceWork
  private let event: Message
  private let type: any DocumentType
  private let organization: Organization
  private let parts: EngineParts
  private let transaction: any StoreTransaction

  init(
    work: InstanceWork, event: Message, type: any DocumentType, organization: Organization,
    parts: EngineParts, transaction: any StoreTransaction
  ) {
    self.work = work
    self.event = event
    self.type = type
    self.organization = organization
    self.parts = parts
    self.transaction = transaction
  }

  func document() throws -> Document {
    try Document(work.document, type: type, currency: organization.currency)
  }

  func setStatus(_ status: DocumentStatus) throws {
    guard type.statuses.contains(status) else {
      throw EngineError(
        .notAllowed, "a handler of \(type.title) may not set the status “\(status.rawValue)”")
    }
    guard work.instance.line == nil else {
      throw EngineError(
        .notAllowed, "the workflow of a line may not set the status of \(work.document.id)")
    }
    let before = work.document.status
    guard before != status else { return }
    work.document.status = status
    work.document.changedAt = parts.clock.now()
    work.history.append(
      HistoryEntry(
        .statusChanged, at: parts.clock.now(), element: event.payload.element,
        detail: "\(before.rawValue) → \(status.rawValue)", message: event.sequence))
  }

  func append(_ body: String, to collection: String, key: String) throws -> Int64 {
    try transaction.appendRecord(
      in: collection, key: key, document: work.document.id, body: body, at: parts.clock.now())
  }

  func record(in collection: String, key: String) throws -> StoredRecord? {
    try transaction.record(in: collection, key: key)
  }
}

extension HandlerEvent {
  init(_ message: Message, of instance: StoredInstance, at now: Timestamp) {
    let payload = message.payload
    // An element's pass has several steps, and both asks people and sends back: each is an event
    // of its own.
    let part = [payload.step, payload.outcome?.rawValue].compactMap { $0 }.map { "/" + $0 }.joined()
    let place = payload.element.map { "/\($0)/\(payload.pass ?? 1)" + part } ?? ""
    // A step asks people again when one of them was overdue, and at last its final approver.
    let round = message.type == .workItemsCreated ? "/\(message.sequence)" : ""
    self.init(
      type: message.type, instance: instance.id, workflow: instance.workflow,
      version: instance.version, element: payload.element, pass: payload.pass,
      step: payload.step, outcome: payload.outcome, line: instance.line,
      idempotencyKey: "\(instance.id)\(place)/\(message.type.rawValue)" + round, at: now)
  }
}
