// Accept, release and comment: they change only the work item, or only the history.

import Workflow
import WorkflowRuntime

extension ActionHandling {
  func changeOwner(_ target: Target) throws -> ActionResult {
    let accepts = request.action == .accept
    if let named = target.item, !named.status.isOpen {
      throw closed(named, target.permissions)
    }
    if let named = target.item {
      // Another item of the same person says nothing about this one.
      if let reason = target.permissions.reason(against: request.action, on: named) {
        throw EngineError(.notAllowed, "\(named.id): \(reason)")
      }
    } else {
      try require(target)
      let fitting = target.permissions.openItems.filter {
        target.permissions.reason(against: request.action, on: $0) == nil
      }
      guard fitting.count < 2 else {
        throw EngineError(
          .badData, "there are several work items on \(target.document.id): name one",
          details: fitting.map(words))
      }
    }
    guard var item = target.item ?? target.permissions.item(for: request.action) else {
      throw EngineError(.notAllowed, "\(target.document.id): you are not assigned to it")
    }
    let standsInFor = item.standIns[actor.person]
    item.assignee = accepts ? actor.person : nil
    item.onBehalfOf = accepts ? standsInFor : item.onlyPersonActedFor
    item.status = accepts ? .accepted : .open
    try transaction.update(item)
    try record(
      HistoryEntry(
        accepts ? .accepted : .released, at: now, actor: actor, onBehalfOf: standsInFor,
        element: item.element, step: item.step, comment: request.comment),
      of: item.instance, on: target.document)
    return result(
      target.document, items: [item.id],
      accepts ? "\(item.id) is yours now." : "\(item.id) is offered to all again.")
  }

  func comment(_ target: Target) throws -> ActionResult {
    guard let comment = request.comment, !comment.isBlank else {
      throw EngineError(.usage, "comment needs a text")
    }
    try require(target)
    try record(
      HistoryEntry(.commented, at: now, actor: actor, comment: comment), on: target.document)
    return result(target.document, "Commented on \(target.document.id).")
  }
}

extension WorkItem {
  /// For whom all act to whom it is offered, where that is one person: it stays theirs while
  /// nobody has accepted it.
  fileprivate var onlyPersonActedFor: PersonID? {
    guard let person = candidates.first.flatMap({ standIns[$0] }) else { return nil }
    return candidates.allSatisfy { standIns[$0] == person } ? person : nil
  }
}
