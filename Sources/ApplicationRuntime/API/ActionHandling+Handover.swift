// Delegating and reassigning: an item is closed, and somebody else gets one for the same person.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func handOver(_ target: Target) throws -> ActionResult {
    let delegates = request.action == .delegate
    let item = try delegates ? itemToAnswer(target) : itemToHandOver(target)
    guard let wanted = request.addressee else {
      throw EngineError(.usage, "\(request.action.rawValue) needs a person: who gets it")
    }
    guard let instance = target.permissions.instance(of: item) else {
      throw EngineError(.notAllowed, "\(item.id): its instance has ended")
    }
    _ = try knownPerson(wanted)
    if let reason = target.permissions.reason(against: wanted, of: item) {
      throw EngineError(.notAllowed, "\(item.id): \(reason)")
    }
    // An offered item counts as accepted by who delegates it; reassigned, it is the receiver's,
    // unless it was offered in place of one person.
    let askedPerson =
      delegates ? item.personActedFor(by: actor.person) : item.personActedFor
    let receiver = try delegate(of: wanted, item, instance, target.permissions)
    let personActedFor = askedPerson ?? wanted
    var closed = item
    if delegates { closed.assignee = actor.person }
    closed.status = delegates ? .delegated : .reassigned
    closed.closedAt = now
    try transaction.update(closed)
    let handed = item.handed(
      to: receiver, for: personActedFor, id: WorkItemID(try transaction.next(.workItem)), at: now)
    try transaction.insert(handed)
    let from = (item.assignee ?? actor.person).rawValue
    let entry = HistoryEntry(
      delegates ? .delegated : .reassigned, at: now, actor: actor,
      onBehalfOf: handed.onBehalfOf, element: item.element, step: item.step,
      comment: request.comment,
      detail: "\(item.assignee == nil && !delegates ? "offered" : from) → \(receiver)"
        + (receiver == wanted ? "" : ", who acts for \(wanted)"))
    if item.isSentBack {
      try handOverChange(of: item, to: receiver, instance, target.document, entry)
    } else {
      try record(entry, of: instance.id, on: target.document)
    }
    try Telling(parts: parts, organization: organization, transaction: transaction)
      .tell(of: entry, about: handed, before: [], on: instance, target.document)
    let acting = handed.onBehalfOf.map { ", for \(name(of: $0))" } ?? ""
    return result(
      try transaction.existingDocument(target.document.id), items: [handed.id],
      "\(handed.id) is with \(name(of: receiver)) now\(acting).")
  }

  /// The item that an administrator reassigns: the named one, or the only open one.
  private func itemToHandOver(_ target: Target) throws -> WorkItem {
    if let item = target.item {
      guard item.status.isOpen else { throw closed(item, target.permissions) }
      if let reason = target.permissions.reason(against: request.action, on: item) {
        throw EngineError(.notAllowed, "\(item.id): \(reason)")
      }
      return item
    }
    try require(target)
    let open = target.permissions.openItems
    guard open.count == 1, let item = open.first else {
      throw EngineError(
        .badData, "\(target.document.id) has several open work items: name one",
        details: open.map(words))
    }
    return item
  }

  /// Who acts for the receiver now; the receiver, when that would lead back to who has it.
  private func delegate(
    of wanted: PersonID, _ item: WorkItem, _ instance: StoredInstance, _ permissions: Permissions
  ) throws -> PersonID {
    let acting = organization.delegate(
      of: wanted, on: parts.today(in: organization), type: instance.documentType,
      workflow: instance.workflow, isBarred: { permissions.isBarred($0, from: item) }
    ).person
    return acting == item.assignee || acting == actor.person ? wanted : acting
  }

  /// The document, or its line, is now to be changed by somebody else.
  private func handOverChange(
    of item: WorkItem, to receiver: PersonID, _ instance: StoredInstance,
    _ document: StoredDocument, _ entry: HistoryEntry
  ) throws {
    var document = document
    if let line = item.line, document.editableLines[line] != nil {
      document.editableLines[line] = receiver
    } else if document.editableBy != nil, document.editableBy == item.assignee {
      document.editableBy = receiver
      document.waitingFor = "\(name(of: receiver)) to change and resubmit it"
    }
    try transaction.update(document, fingerprints: nil)
    var instance = instance
    var entry = entry
    if let stored = instance.state {
      let before = try InstanceState(stored: try JSON(parsing: stored))
      var state = before
      if state.elements[item.element]?.sentBackTo != nil {
        state.elements[item.element]?.sentBackTo = receiver
      }
      if let change = state.change(since: before) {
        instance.state = state.json.text
        entry.change = change
        try transaction.update(instance)
      }
    }
    try record(
      entry, of: instance.id, on: document, savedState: entry.change == nil ? nil : instance.state)
  }
}

extension WorkItem {
  /// The item that somebody else gets in place of this one; it is due when this one was.
  fileprivate func handed(
    to receiver: PersonID, for person: PersonID, id: WorkItemID, at now: Timestamp
  ) -> WorkItem {
    WorkItem(
      id: id, kind: kind, instance: instance, document: document, documentType: documentType,
      element: element, pass: pass, step: step, subject: subject, instructions: instructions,
      assignee: receiver, candidates: [],
      onBehalfOf: person == receiver ? nil : person, outcomes: outcomes, line: line,
      changes: changes, createdAt: now, dueAt: dueAt, allowed: allowed)
  }
}
