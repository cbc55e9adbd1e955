// Resubmitting: what a person was asked to change is answered, all of it at once.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func resubmit(_ target: Target) throws -> ActionResult {
    if let item = target.item, !item.status.isOpen { throw closed(item) }
    try require(target)
    var document = target.document
    let before = document
    let items = try itemsToResubmit(target)
    let isWhole = items.contains { line(of: $0, target) == nil }
    try completeContent(of: &document, isLocked: !isWhole)
    let difference = try difference(from: before, to: document)
    if isWhole {
      document.status = .submitted
      document.editableBy = nil
      document.waitingFor = nil
    }
    for item in items {
      guard let line = line(of: item, target) else { continue }
      document.editableLines[line] = nil
      document.markSubmitted(line: line)
    }
    if document.editableBy == nil, document.editableLines.isEmpty {
      document.submittedContent = nil
    }
    document.submittedAt = now
    document.changedAt = now
    try update(document, from: before)
    if document.status != before.status {
      try record(changeOfStatus(of: document, from: before), on: document)
    }
    for item in items {
      try answer(item, target, document, changes: difference.words(line: line(of: item, target)))
    }
    return result(document, items: items.map(\.id), "Resubmitted \(document.id).")
  }

  /// The line that an item is about; nil for the whole document.
  private func line(of item: WorkItem, _ target: Target) -> Int? {
    item.line ?? target.permissions.instance(of: item)?.line
  }

  /// The named item, or everything that came back to this person and can be resubmitted now.
  private func itemsToResubmit(_ target: Target) throws -> [WorkItem] {
    let mine = target.permissions.sentBackToMe
    let ready = mine.filter { item in
      guard let line = line(of: item, target) else {
        return target.document.editableBy == actor.person
      }
      return target.document.editableBy == actor.person
        || target.document.editableLines[line] == actor.person
    }
    guard let item = target.item else {
      guard !ready.isEmpty else {
        throw EngineError(.notAllowed, "\(target.document.id): it was not sent back")
      }
      return ready
    }
    guard ready.contains(where: { $0.id == item.id }) else {
      throw EngineError(.notAllowed, "\(item.id): \(target.permissions.notYours(item))")
    }
    return [item]
  }

  private func difference(
    from before: StoredDocument, to document: StoredDocument
  ) throws -> ContentDifference {
    let schema = try parts.type(document.type).schema
    let currency = organization.currency
    let earlier = try before.submitted(by: schema, currency: currency)
    return ContentDifference(
      before: try earlier ?? DocumentContent(stored: before, schema: schema, currency: currency),
      after: try DocumentContent(stored: document, schema: schema, currency: currency),
      schema: schema)
  }

  private func answer(
    _ item: WorkItem, _ target: Target, _ document: StoredDocument, changes: String?
  ) throws {
    guard let instance = target.permissions.instance(of: item) else {
      throw EngineError(.notAllowed, "\(item.id): its instance has ended")
    }
    var item = item
    let answer = Answer(
      item: item.id, outcome: .resubmit, actor: actor,
      onBehalfOf: item.personActedFor(by: actor.person), comment: request.comment, givenAt: now,
      revision: document.revision, content: try contentHash(of: document, for: instance))
    item.status = .answered
    item.closedAt = now
    item.answer = answer
    try transaction.update(item)
    try post(
      .workItemAnswered,
      Payload(
        element: item.element, pass: item.pass, step: item.step, answer: answer,
        child: item.line.map { ChildReference(line: $0, attempt: 1) }, changes: changes),
      to: instance)
  }
}
