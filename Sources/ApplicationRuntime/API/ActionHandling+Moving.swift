// Moving an item from one work item queue to another.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func move(_ target: Target) throws -> ActionResult {
    var item = try itemToMove(target)
    guard let wanted = request.queue else {
      throw EngineError(.usage, "move needs a queue: where it goes")
    }
    let queue = try activeQueue(wanted, for: item)
    guard let instance = target.permissions.instance(of: item) else {
      throw EngineError(.notAllowed, "\(item.id): its instance has ended")
    }
    let (candidates, standIns) = members(of: queue, item, instance, target.permissions)
    guard !candidates.isEmpty else {
      throw EngineError(.notAllowed, "nobody in the queue \(queue.title) could accept \(item.id)")
    }
    let from = item.queue?.rawValue ?? ""
    let before = item.visibleTo
    item.queue = queue.id
    item.candidates = candidates
    item.standIns = standIns
    item.assignee = nil
    item.onBehalfOf = nil
    item.status = .open
    try transaction.update(item)
    let entry = HistoryEntry(
      .moved, at: now, actor: actor, element: item.element, step: item.step,
      comment: request.comment, detail: "\(from) → \(queue.id)")
    try record(entry, of: instance.id, on: target.document)
    try Telling(parts: parts, organization: organization, transaction: transaction)
      .tell(of: entry, about: item, before: before, on: instance, target.document)
    return result(
      target.document, items: [item.id], "\(item.id) is in the queue \(queue.title) now.")
  }

  private func itemToMove(_ target: Target) throws -> WorkItem {
    if let item = target.item {
      guard item.status.isOpen else { throw closed(item, target.permissions) }
      if let reason = target.permissions.reason(against: .move, on: item) {
        throw EngineError(.notAllowed, "\(item.id): \(reason)")
      }
      return item
    }
    try require(target)
    let movable = target.permissions.openItems.filter {
      target.permissions.reason(against: .move, on: $0) == nil
    }
    guard movable.count == 1, let item = movable.first else {
      throw EngineError(
        .badData, "\(target.document.id) has several work items in queues: name one",
        details: movable.map(words))
    }
    return item
  }

  private func activeQueue(_ id: QueueID, for item: WorkItem) throws -> WorkItemQueue {
    guard let queue = organization.queues[id] else {
      if organization.queueRules[id] != nil {
        throw EngineError(.badData, "“\(id)” chooses among queues: name one of them")
      }
      throw EngineError(
        .notFound,
        "there is no queue “\(id)”"
          + Nearest.hint(to: id.rawValue, among: organization.queues.keys.map(\.rawValue)))
    }
    guard queue.id != item.queue else {
      throw EngineError(.badData, "\(item.id) is in the queue \(queue.title) already")
    }
    guard queue.status == .active else {
      let state = queue.status == .onHold ? "on hold" : "inactive"
      throw EngineError(.notAllowed, "the queue \(queue.title) is \(state): nothing is moved there")
    }
    return queue
  }

  /// Who may accept it there: the active members, or who acts for them now.
  private func members(
    of queue: WorkItemQueue, _ item: WorkItem, _ instance: StoredInstance,
    _ permissions: Permissions
  ) -> (candidates: [PersonID], standIns: [PersonID: PersonID]) {
    let today = parts.today(in: organization)
    var candidates: [PersonID] = []
    var standIns: [PersonID: PersonID] = [:]
    for member in queue.members where organization.person(member)?.isActive(on: today) == true {
      guard !permissions.isBarred(member, from: item) else { continue }
      let acting = organization.delegate(
        of: member, on: today, type: instance.documentType, workflow: instance.workflow,
        isBarred: { permissions.isBarred($0, from: item) }
      ).person
      guard !candidates.contains(acting) else { continue }
      candidates.append(acting)
      if acting != member { standIns[acting] = member }
    }
    // Who is a member acts as such.
    for member in queue.members { standIns[member] = nil }
    return (candidates, standIns)
  }
}
